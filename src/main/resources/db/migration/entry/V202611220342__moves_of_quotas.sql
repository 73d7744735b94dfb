-- Every use of a quota, and what was given back: what entry_quota_used is the sum of, and can be computed anew from. Never
-- changed. BEFORE: what was used before moves were kept.
create table entry_quota_move (
    organization_id bigint not null,
    week date not null check (extract(isodow from week) = 1),
    id bigint not null,
    what text not null check (what in ('BEFORE', 'USED', 'BACK')),
    minutes integer not null check ((what = 'BACK') = (minutes < 0)),
    at timestamptz not null,
    primary key (organization_id, week, id)
);
create trigger entry_quota_move_append_only before update or delete on entry_quota_move
    for each row execute function entry_is_append_only();

-- changes data: nothing is changed; the sums so far are the first moves.
insert into entry_quota_move (organization_id, week, id, what, minutes, at)
select organization_id, week, 0, 'BEFORE', minutes, now() from entry_quota_used;

insert into rules_version (key, version, effective_from, value, note) values
    ('entry.quota', 2, '2026-01-01',
     '{"shareBasisPoints": 500, "weeks": 52, "weeksPart": 12, "weekFloorMinutes": 480, "yearFloorMinutes": 2400,
       "fewestSamples": 5,
       "honesty": [{"fromPercent": 98, "keepPercent": 100}, {"fromPercent": 95, "keepPercent": 60},
                   {"fromPercent": 90, "keepPercent": 20}, {"fromPercent": 0, "keepPercent": 0}]}',
     'At most 5 % of what was checked in during 52 weeks, for the same 52 weeks; a twelfth of that in one week, with a small floor for new teams; less when spot checks found wrong hours. Makeup uses the share of the 52 weeks, not that of one week: above it people are called first (entry.makeup-sample)');
