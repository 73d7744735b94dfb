-- Genuine passports that an account brought on a day, whatever became of them.
create table exchange_arrival_try (
    account_id bigint not null,
    day date not null,
    tries integer not null,
    primary key (account_id, day)
);

insert into rules_version (key, version, effective_from, value, note) values
    ('exchange.arrivals', 1, '2026-01-01', '{"waiting": 3, "triesPerDay": 10}',
     'Passports of one person that may wait for an office, and passports that one account may bring on one day');
