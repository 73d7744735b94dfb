-- Service records (Order 67 art. 7). Three tables: what was recorded, what happened to it, and how it stands now.

-- What was recorded, with the statutory fields as they were on that day and the evidence. Never changed, never
-- deleted: a correction is a new entry that names the one it supersedes.
create table record_entry (
    volunteer_id bigint not null,
    record_id bigint not null,
    activity_id bigint not null,
    shift_id bigint not null,
    pair_id bigint,
    organization_id bigint not null,
    organization_name text not null,
    region_code text not null,
    activity_title text not null,
    category text not null,
    post_name text not null,
    place text not null,
    person_in_charge text not null,
    shift_start timestamptz not null,
    shift_end timestamptz not null,
    came_at timestamptz not null,
    left_at timestamptz not null,
    counted_from timestamptz,
    counted_to timestamptz,
    service_minutes integer not null check (service_minutes between 0 and 1440),
    service_date date not null,
    time_kind text not null check (time_kind in ('CREDIT', 'HONOUR')),
    evidence jsonb not null,
    counting_version integer not null,
    supersedes bigint,
    reason text,
    made_by bigint not null,
    made_at timestamptz not null,
    primary key (volunteer_id, record_id),
    check (left_at > came_at),
    check ((counted_from is null) = (counted_to is null)),
    check (counted_to > counted_from),
    check ((supersedes is null) or (reason is not null))
);
create unique index record_entry_one_per_pair on record_entry (volunteer_id, pair_id) where supersedes is null;
create unique index record_entry_one_successor on record_entry (volunteer_id, supersedes) where supersedes is not null;

-- What happened to it: every change of state with its date, its actor, the reason and the rule applied.
create table record_step (
    volunteer_id bigint not null,
    record_id bigint not null,
    step_no integer not null,
    state text not null,
    hold text,
    at timestamptz not null,
    actor_account_id bigint not null,
    why text,
    rule_key text,
    rule_version integer,
    primary key (volunteer_id, record_id, step_no)
);

create function record_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'service records are append-only' using errcode = 'integrity_constraint_violation';
end $$;
create trigger record_entry_append_only before update or delete on record_entry
    for each row execute function record_is_append_only();
create trigger record_step_append_only before update or delete on record_step
    for each row execute function record_is_append_only();

-- How it stands now. A live record (one that counts or may come to count) has its span here, and two live records of
-- one person never overlap: the exclusion constraint refuses.
create table record_current (
    volunteer_id bigint not null,
    record_id bigint not null,
    activity_id bigint not null,
    state text not null check (state in ('PENDING', 'HELD', 'EFFECTIVE', 'SUPERSEDED', 'VOID')),
    hold text check (hold in ('LONG_DAY', 'VERY_LONG_DAY', 'OVERLAP', 'OUTSIDE_SHIFT')),
    live_span tstzrange,
    service_date date not null,
    category text not null,
    time_kind text not null,
    service_minutes integer not null,
    organization_ancestors bigint[] not null,
    region_code text not null,
    primary key (volunteer_id, record_id),
    check ((state = 'HELD') = (hold is not null)),
    check (state <> 'EFFECTIVE' or live_span is not null),
    constraint record_never_overlaps exclude using gist (volunteer_id with =, live_span with &&)
);
create index record_current_by_activity on record_current (activity_id);
create index record_current_by_day on record_current (volunteer_id, service_date);
create index record_current_held on record_current (hold, region_code) where state = 'HELD';
create index record_current_day on record_current (service_date) where state in ('PENDING', 'HELD', 'EFFECTIVE');

-- Totals of effective records, moved in the same transaction as the record; rebuilt by command.
create table record_total (
    volunteer_id bigint not null,
    year integer not null,
    category text not null,
    credit_minutes integer not null,
    honour_minutes integer not null,
    records integer not null,
    primary key (volunteer_id, year, category)
);

-- The organizer's clock: service must be on record within 10 working days after the activity ends (Order 67 art. 11).
create table record_clock (
    activity_id bigint primary key,
    organization_id bigint not null,
    organization_ancestors bigint[] not null,
    region_code text not null,
    title text not null,
    ends_at timestamptz not null,
    ended_on date not null,
    remind_on date not null,
    alarm_on date not null,
    due_on date not null,
    settled_at timestamptz,
    cancelled boolean not null default false,
    reminded_at timestamptz,
    alarmed_at timestamptz,
    overdue_at timestamptz
);
create index record_clock_open on record_clock (due_on) where settled_at is null and not cancelled;

