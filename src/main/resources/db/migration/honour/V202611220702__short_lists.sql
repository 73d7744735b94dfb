-- Short lists for awards that others give (domain H10): found by a query, asked one by one, handed on only with consent.

-- A list of an office: what for, to whom it goes, which columns, and by which query its people were found.
create table honour_list (
    list_id bigint primary key,
    region_code text not null,
    purpose text not null check (purpose <> ''),
    recipient text not null check (recipient <> ''),
    columns text[] not null check (cardinality(columns) > 0),
    query jsonb not null,
    rule_version integer not null,
    answer_until date not null,
    made_by bigint not null,
    made_at timestamptz not null
);
create index honour_list_region on honour_list (region_code, list_id);

-- Who was asked, and the answer. Nothing follows from a no.
create table honour_list_person (
    volunteer_id bigint not null,
    list_id bigint not null references honour_list,
    credit_minutes integer not null,
    state text not null check (state in ('ASKED', 'AGREED', 'DECLINED', 'LAPSED')),
    asked_at timestamptz not null,
    answered_at timestamptz,
    primary key (volunteer_id, list_id)
);
create index honour_list_person_list on honour_list_person (list_id);

-- Files made of a list. More rows than the rule allows one person wait for another one.
create table honour_list_export (
    export_id bigint primary key,
    list_id bigint not null references honour_list,
    people bigint[] not null check (cardinality(people) > 0),
    asked_by bigint not null,
    asked_at timestamptz not null,
    needs_second boolean not null,
    approved_by bigint,
    approved_at timestamptz,
    check ((approved_by is null) = (approved_at is null)),
    check (approved_by is null or approved_by <> asked_by)
);
create index honour_list_export_list on honour_list_export (list_id);

-- Whose data went to whom: written when a file is handed out, and shown to the person.
create table honour_shared (
    volunteer_id bigint not null,
    export_id bigint not null references honour_list_export,
    shared_at timestamptz not null,
    shared_by bigint not null,
    primary key (volunteer_id, export_id)
);
create trigger honour_shared_append_only before update or delete on honour_shared
    for each row execute function honour_step_is_append_only();
