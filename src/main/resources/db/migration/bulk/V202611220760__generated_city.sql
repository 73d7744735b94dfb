-- That this database was filled by the generator: from what, and whether it came to its end. One row at most. While
-- finished_at is null the database is half written and lacks constraints: every start is refused.
create table bulk_run (
    one boolean primary key default true check (one),
    seed bigint not null,
    volunteers bigint not null check (volunteers > 0),
    hours bigint not null check (hours >= 0),
    years integer not null check (years > 0),
    until_day date not null,
    started_at timestamptz not null,
    finished_at timestamptz check (finished_at >= started_at)
);
