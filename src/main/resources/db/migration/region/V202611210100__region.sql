-- Divisions from province to community (statistical codes of 2023), and neighbourhoods (15 digits) and grids (18 digits)
-- made by users below them. A code begins with the code of its parent, so a subtree is a range of the primary key.
-- Never deleted: a closed one keeps its name for what refers to it. No foreign key to the parent: it would be checked
-- 665,000 times in an import that has the order right by construction; the importer and the commands keep it.
create table region (
    code text collate "C" primary key check (code ~ '^[0-9]+$' and length(code) in (2, 4, 6, 9, 12, 15, 18)),
    parent_code text collate "C" generated always as (
        case length(code) when 2 then null when 4 then left(code, 2) when 6 then left(code, 4)
            else left(code, length(code) - 3) end) stored,
    name text not null check (name = btrim(name) and name <> ''),
    latitude double precision check (latitude between -90 and 90),
    longitude double precision check (longitude between -180 and 180),
    closed_at timestamptz,
    check ((latitude is null) = (longitude is null))
);
create index region_parent on region (parent_code, code);
create unique index region_made_name on region (parent_code, name) where length(code) > 12 and closed_at is null;

-- Who made, renamed and closed neighbourhoods and grids. Append-only.
create table region_change (
    id bigint primary key,
    code text not null,
    what text not null check (what in ('add', 'rename', 'close')),
    name text not null,
    by_account bigint not null,
    at timestamptz not null
);
create index region_change_of on region_change (code);

-- Which parts of the data file have been imported: 'nation' (down to county), a city's code, or 'all'.
create table region_import (
    part text primary key,
    rows int not null,
    at timestamptz not null default now()
);

-- Counts changes, so that every node learns cheaply that what it holds in memory is old.
create table region_revision (
    one boolean primary key default true check (one),
    number bigint not null
);
insert into region_revision (number) values (1);

create function region_changed() returns trigger language plpgsql as $$
begin
    update region_revision set number = number + 1;
    return null;
end $$;

create trigger region_changed after insert or update or delete on region
    for each statement execute function region_changed();
