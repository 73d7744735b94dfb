-- A registration whose consent to sensitive data was withdrawn is stored and nothing else, until the consent is given again.
alter table volunteer drop constraint volunteer_state_check;
alter table volunteer add constraint volunteer_state_check
    check (state in ('UNDER_REVIEW', 'UNCONFIRMED', 'VALID', 'SUSPENDED', 'RESTRICTED', 'VOID'));

-- How often on one day somebody looked a registered document up, and had a message sent, by document and by address. Keyed
-- by digest; forgotten after some days.
create table volunteer_recovery_try (
    key_digest bytea not null,
    day date not null,
    looks int not null default 0 check (looks >= 0),
    messages int not null default 0 check (messages >= 0),
    primary key (key_digest, day)
);
create index volunteer_recovery_try_by_day on volunteer_recovery_try (day);

insert into rules_version (key, version, effective_from, value) values
    ('volunteer.recovery', 1, '2026-01-01', '{
        "looksPerDocument": 20, "looksPerAddress": 60, "messagesPerDocument": 5, "messagesPerAddress": 20}');
