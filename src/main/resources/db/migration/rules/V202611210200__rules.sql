-- Code tables: names for codes in both languages. A code is never deleted; from effective_to on it can no longer be
-- chosen but still has its name.
create table rules_code (
    table_name text not null,
    code text not null check (code ~ '^[A-Za-z0-9_-]{1,40}$'),
    zh text not null check (zh <> ''),
    en text not null check (en <> ''),
    sort int not null,
    effective_from date not null default '2000-01-01',
    effective_to date check (effective_to >= effective_from),
    primary key (table_name, code)
);

-- Who changed which code when and why, with the row as it was after the change. Append-only.
create table rules_code_change (
    id bigint primary key,
    table_name text not null,
    code text not null,
    zh text not null,
    en text not null,
    sort int not null,
    effective_from date not null,
    effective_to date,
    by_account bigint not null,
    at timestamptz not null,
    why text not null
);
create index rules_code_change_of on rules_code_change (table_name, code);

-- Versions of rules. On a day holds the version with the latest effective_from not after it, of several the highest.
-- A version is never changed: whoever decided by it stored its number.
create table rules_version (
    key text not null,
    version int not null check (version >= 1),
    effective_from date not null,
    value jsonb not null,
    note text not null default '',
    by_account bigint not null default 0,
    at timestamptz not null default now(),
    primary key (key, version)
);

-- Public holidays (off) and the weekend days worked in exchange (work).
create table rules_holiday (
    date date primary key,
    kind text not null check (kind in ('off', 'work')),
    zh text not null,
    en text not null,
    by_account bigint not null default 0,
    at timestamptz not null default now()
);

-- Counts changes of the three tables above, so that every node learns cheaply that what it holds in memory is old.
create table rules_revision (
    one boolean primary key default true check (one),
    number bigint not null
);
insert into rules_revision (number) values (1);

create function rules_changed() returns trigger language plpgsql as $$
begin
    update rules_revision set number = number + 1;
    return null;
end $$;

create trigger rules_code_changed after insert or update or delete on rules_code
    for each statement execute function rules_changed();
create trigger rules_version_changed after insert or update or delete on rules_version
    for each statement execute function rules_changed();
create trigger rules_holiday_changed after insert or update or delete on rules_holiday
    for each statement execute function rules_changed();
