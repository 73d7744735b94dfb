-- How many pictures one account may send within an hour: each costs time and memory to take apart.
insert into rules_version (key, version, effective_from, value, note) values
    ('volunteer.picture-limits', 1, '2026-01-01', '{"perHour": 30}',
     'How many pictures of documents and portraits one account may send within an hour');
