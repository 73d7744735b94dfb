-- What a volunteer who answers for nobody may learn by nominating: nothing before the person agrees.

-- Nominations by strangers of people who cannot be nominated: the stranger reads what everybody reads whose nominee has not
-- answered, and the person is never asked.
alter table honour_nomination add column unasked boolean not null default false;
drop index honour_nominated_once;
create unique index honour_nominated_once on honour_nomination (round_id, volunteer_id) where state <> 'WITHDRAWN' and not unasked;

-- How many numbers an account looked at on a day without answering for the person.
create table honour_look_try (
    account_id bigint not null,
    day date not null,
    tries integer not null,
    primary key (account_id, day)
);
insert into rules_version (key, version, effective_from, value, note) values
    ('honour.strangers', 1, '2026-01-01', '{"triesPerDay": 30}',
     'Who nominates people for whom they do not answer looks up at most 30 numbers a day: no one reads the register that way');
