-- Whose account asked for the registration of an appeal: nobody decides about what they asked for themselves.
alter table volunteer_review add column appellant_account bigint;

insert into rules_version (key, version, effective_from, value, note) values
    ('volunteer.appeal', 1, '2026-01-01', '{"waitHours": 24}',
     'How long the present owner of a registration may object before an appeal about it can be granted');
