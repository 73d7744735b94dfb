-- Rules of signing up.
insert into rules_version (key, version, effective_from, value, note) values
    ('signup.quota', 1, '2026-01-01', '{"comingShifts": 20}',
     'Most coming shifts that one person may be signed up for at a time, so that popular places are not hoarded'),
    ('signup.withdraw', 1, '2026-01-01', '{"noticeHours": 24}',
     'Withdrawing later than this before the shift is possible, and the organizers are told at once'),
    ('signup.waiting-list', 1, '2026-01-01', '{"atMost": 10000}',
     'Most people waiting per shift; 0 means no waiting list'),
    ('signup.minors', 1, '2026-01-01', '{"adultAge": 18, "fromRiskLevel": 2}',
     'Minors do not serve in activities from this risk level on');
