-- What organizers told everybody signed up for an activity; so many a day, counted by "number".
create table signup_announcement (
    activity_id bigint not null,
    day date not null,
    number int not null check (number >= 1),
    audience text not null check (audience in ('ALL', 'ACCEPTED', 'WAITING')),
    text text not null check (char_length(text) between 1 and 500),
    urgent boolean not null,
    recipients int not null check (recipients >= 1),
    at timestamptz not null,
    by_account_id bigint not null,
    primary key (activity_id, day, number)
);

-- Attempts at the pass-code of an activity since first_at; forgotten when the right one was typed or time has passed.
create table signup_pass_try (
    activity_id bigint not null,
    account_id bigint not null,
    tries int not null check (tries >= 1),
    first_at timestamptz not null,
    primary key (activity_id, account_id)
);

insert into rules_version (key, version, effective_from, value, note) values
    ('signup.announcement', 1, '2026-01-01', '{"perDay": 3}',
     'How often a day organizers may tell everybody signed up for an activity something'),
    ('signup.pass-code', 1, '2026-01-01', '{"tries": 5, "minutes": 30}',
     'How often one person may try the pass-code of an activity within so many minutes'),
    ('signup.minors', 2, '2026-01-01', '{"adultAge": 18, "fromRiskLevel": 2}',
     'Not asked any more: the age and the risk level stand in activity.publication alone');
