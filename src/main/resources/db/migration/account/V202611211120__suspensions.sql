-- Accounts stopped by an office for a time, one row per spell: a person who misbehaves, a phone that was stolen.
create table account_suspension (
    account_id bigint not null,
    id bigint not null,
    region_code text not null check (region_code ~ '^[0-9]{2,18}$'),
    from_at timestamptz not null,
    suspended_by bigint not null,
    why text not null check (btrim(why) <> ''),
    to_at timestamptz,
    ended_by bigint,
    ended_why text,
    primary key (account_id, id),
    check ((to_at is null) = (ended_by is null) and (to_at is null) = (ended_why is null))
);
create unique index account_suspension_open on account_suspension (account_id) where to_at is null;
create index account_suspension_region on account_suspension (region_code text_pattern_ops) where to_at is null;
comment on table account_suspension is 'Accounts stopped by an office, with who, why and until when; region_code = whose office answers';
