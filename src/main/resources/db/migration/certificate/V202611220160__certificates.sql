-- Certificates of service (Order 67 art. 14 to 17): what stood in them when they were made, as signed. Never changed;
-- that one became void is a row of its own.

create table certificate_issued (
    volunteer_id bigint not null,
    certificate_id bigint not null,
    number text not null check (number ~ '^YW[0-9]{6}[0-9A-Z]{9}$'),
    name text not null,
    content text not null,
    hash bytea not null check (length(hash) = 32),
    payload bytea not null,
    key_id text not null,
    signature bytea not null check (length(signature) = 64),
    record_ids bigint[] not null check (cardinality(record_ids) > 0),
    issued_at timestamptz not null,
    issued_by bigint not null,
    on_behalf text,
    primary key (volunteer_id, certificate_id)
);
comment on table certificate_issued is 'certificates as they were made: a snapshot, its SHA-256 and the signed payload of its code';
comment on column certificate_issued.content is 'the snapshot as JSON, exactly the bytes (UTF-8) of which hash is the SHA-256';
comment on column certificate_issued.on_behalf is 'why a desk made it for the person (Order 67 art. 12), null when the person did';
create index certificate_issued_by on certificate_issued (issued_by, issued_at) where on_behalf is not null;

-- A number belongs to one certificate for ever.
create table certificate_number (
    number text primary key,
    volunteer_id bigint not null,
    certificate_id bigint not null
);

-- Certificates that no longer count, since when and why; the why is for the owner.
create table certificate_void (
    volunteer_id bigint not null,
    certificate_id bigint not null,
    at timestamptz not null,
    cause text not null check (cause in ('RECORD', 'OWNER')),
    record_id bigint,
    by_account bigint,
    primary key (volunteer_id, certificate_id),
    foreign key (volunteer_id, certificate_id) references certificate_issued (volunteer_id, certificate_id),
    check ((cause = 'RECORD') = (record_id is not null))
);

create function certificate_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'a certificate is never changed' using errcode = 'integrity_constraint_violation';
end $$;
create trigger certificate_issued_append_only before update or delete on certificate_issued
    for each row execute function certificate_is_append_only();
create trigger certificate_void_append_only before update or delete on certificate_void
    for each row execute function certificate_is_append_only();

insert into rules_version (key, version, effective_from, value) values
    ('certificate.limits', 1, '2026-01-01', '{"mostRecords": 20000, "mostInPdf": 5000, "mostPerDay": 50}');
