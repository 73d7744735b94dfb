-- Cases about records (Order 67 art. 13, 20): a volunteer objects, somebody reports, or somebody says "that was not me".

-- A case as it stands. The region decides which offices see it, the ancestors which organizations do; only objections
-- have ancestors, because what is reported never goes to the organization that is reported.
create table objection_case (
    id bigint primary key,
    kind text not null check (kind in ('OBJECTION', 'REPORT', 'NOT_ME')),
    complaint text not null,
    words text not null,
    about text not null,
    day date,
    wished_from timestamptz,
    wished_to timestamptz,
    volunteer_id bigint,
    record_id bigint,
    activity_id bigint,
    organization_id bigint,
    organization_ancestors bigint[] not null,
    region_code text not null,
    opened_by bigint not null,
    opened_at timestamptz not null,
    state text not null check (state in ('OPEN', 'ANSWERED', 'ESCALATED', 'DECIDED')),
    with_office boolean not null,
    due_on date not null,
    remind_on date not null,
    alarm_on date not null,
    reminded_at timestamptz,
    alarmed_at timestamptz,
    late_at timestamptz,
    answered_by bigint,
    escalate_until date,
    outcome text check (outcome in ('KEPT', 'CORRECTED', 'VOID', 'ADDED', 'UPHELD')),
    told boolean not null,
    receipt_digest bytea unique,
    contact_sealed bytea,
    document_digest bytea,
    check ((wished_from is null) = (wished_to is null)),
    check (wished_to > wished_from),
    check ((record_id is null) or (volunteer_id is not null)),
    check ((state in ('ANSWERED', 'DECIDED')) = (outcome is not null)),
    check (state <> 'ANSWERED' or (kind = 'OBJECTION' and not with_office)),
    check (state <> 'ESCALATED' or (kind = 'OBJECTION' and with_office)),
    check (kind = 'OBJECTION' or with_office),
    check (with_office or organization_id is not null),
    check ((kind = 'NOT_ME') = (document_digest is not null))
);
-- One objection to a record and one "not me" for a document at a time, whoever sends a form twice.
create unique index objection_one_about_a_record on objection_case (volunteer_id, record_id)
    where kind = 'OBJECTION' and state in ('OPEN', 'ESCALATED');
create unique index objection_one_about_a_document on objection_case (document_digest)
    where kind = 'NOT_ME' and state = 'OPEN';
create index objection_case_of_volunteer on objection_case (volunteer_id, opened_at);
create index objection_case_waiting on objection_case (due_on) where state in ('OPEN', 'ESCALATED');
create index objection_case_of_organization on objection_case (organization_id);

-- The records a case is about, and which of them it holds frozen.
create table objection_record (
    volunteer_id bigint not null,
    record_id bigint not null,
    case_id bigint not null,
    frozen boolean not null,
    primary key (volunteer_id, record_id, case_id)
);
create index objection_record_of_case on objection_record (case_id);

-- Everything that happened in a case, with its date, its actor and the reason. Never changed, never deleted.
create table objection_step (
    case_id bigint not null,
    step_no integer not null,
    what text not null,
    side text not null,
    at timestamptz not null,
    actor_account_id bigint not null,
    words text,
    outcome text,
    rule_key text,
    rule_version integer,
    primary key (case_id, step_no)
);

create function objection_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the steps of a case are append-only' using errcode = 'integrity_constraint_violation';
end $$;
create trigger objection_step_append_only before update or delete on objection_step
    for each row execute function objection_is_append_only();

-- How often on one day somebody looked a document up or reported something, by keyed digest; forgotten the day after.
create table objection_try (
    key_digest bytea not null,
    day date not null,
    tries integer not null,
    primary key (key_digest, day)
);

insert into rules_version (key, version, effective_from, value, note) values
    ('objection.case', 1, '2026-01-01',
     '{"remindAfterDays": 5, "alarmAfterDays": 8, "dueAfterDays": 10, "escalateWithinDays": 10}',
     'Working days after a case was opened or escalated (Order 67 art. 13 sets no number); then how long an answer may be taken further'),
    ('objection.limits', 1, '2026-01-01',
     '{"checksPerDocument": 10, "checksPerAddress": 60, "reportsPerAddress": 20, "reportsPerMobile": 5}',
     'Looks without an account and reports, on one day');
