-- Numbers of identity documents that nobody was found for, by who brought them and day, so that nobody tries numbers out.
create table paper_miss (
    account_id bigint not null,
    day date not null,
    misses integer not null,
    primary key (account_id, day)
);

insert into rules_version (key, version, effective_from, value, note) values
    ('paper.misses', 1, '2026-01-01', '{"perDay": 500}',
     'Numbers of documents without a person of the activity or the team that one account may bring on one day');
