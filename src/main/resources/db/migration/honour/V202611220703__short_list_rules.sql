insert into rules_version (key, version, effective_from, value, note) values
    ('honour.short-lists', 1, '2026-01-01',
     '{"answerDays": 14, "mostPeople": 300, "secondOver": 100}',
     'People on a short list have 14 days to answer; files of more than 100 rows need a second person (domain section 6, export approval)');
