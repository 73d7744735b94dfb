insert into rules_version (key, version, effective_from, value, note) values
    ('signup.invitation', 1, '2026-01-01', '{"perDay": 50, "triesPerDay": 150}',
     'How many people a day may be invited to one activity, and how many numbers one account may try');
