-- Wrong codes and receipts are counted apart from words of thanks, and these more generously: a care home shares one address. That there
-- was no such number before stands in the first version too, so that it can still be read.
-- changes data: writes the limit that held until now for both into the first version, and adds the second
update rules_version set value = value || '{"wrongPerAddress": 10}' where key = 'letter.words' and not value ? 'wrongPerAddress';
insert into rules_version (key, version, effective_from, value, note) values
    ('letter.words', (select max(version) + 1 from rules_version where key = 'letter.words'), '2026-01-01',
     '{"perAddress": 60, "wrongPerAddress": 20, "perActivity": 100}',
     'A care home or an estate shares one network address: many there may thank on one day; wrong codes and receipts are counted apart');
