-- What a sanction in force on the day of the service weighs; everything else as before.
insert into rules_version (key, version, effective_from, value, note)
select key, version + 1, '2026-11-01',
       jsonb_set(value, '{points}', (value -> 'points') || '{"ORGANIZER_SANCTIONED": -10, "PERSON_SANCTIONED": -10}'),
       'As before; a sanction for false hours in force on that day, of the organizer or of the person, takes 10 points each'
from rules_version where key = 'trust.grade' order by version desc limit 1;

insert into rules_version (key, version, effective_from, value, note) values
    ('trust.sample-clock', 1, '2026-01-01', '{"settleMinutes": 2, "remindDays": 14}',
     'A head is two minutes old before a sample is drawn by it, so that everything made before it is on record; offices are reminded every 14 days while people of a sample wait for a call (domain F16)');
