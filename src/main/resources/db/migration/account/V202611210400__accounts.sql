-- A person who can sign in. The mobile number is sealed (SM4-GCM); it is found by its keyed digest in account_mobile.
create table account (
    id bigint primary key,
    name text not null check (length(name) between 1 and 100),
    mobile_sealed bytea not null,
    password_hash text,
    password_set_at timestamptz,
    state text not null check (state in ('OPEN', 'STOPPED', 'RESTRICTED')),
    created_at timestamptz not null
);
comment on table account is 'People who can sign in; RESTRICTED = closed by the person, kept as long as records must be (PIPL art. 47)';

-- Who holds a mobile number: one account per number, whatever two nodes do at once.
create table account_mobile (
    mobile_digest bytea primary key,
    account_id bigint not null,
    since timestamptz not null
);
create index account_mobile_account on account_mobile (account_id);
comment on table account_mobile is 'Claim of a mobile number (HMAC-SM3 digest) by one account';

-- A sign-in that holds until it ends. Read at most every few seconds per node, never written by ordinary requests.
create table account_session (
    account_id bigint not null,
    id bigint not null,
    kind text not null check (kind in ('BROWSER', 'API')),
    agent text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    idle_minutes integer not null check (idle_minutes > 0),
    second_factor_at timestamptz,
    proved_until timestamptz,
    revoked_at timestamptz,
    primary key (account_id, id)
);
comment on table account_session is 'Sign-ins; proved_until = the person typed the password again and may see own data in full';

-- A role at a scope. Never deleted: taking away ends it.
create table account_grant (
    account_id bigint not null,
    id bigint not null,
    role text not null,
    region_code text check (region_code ~ '^[0-9]{2,18}$'),
    organization_id bigint,
    from_at timestamptz not null,
    given_by bigint not null,
    why text not null,
    to_at timestamptz,
    taken_by bigint,
    taken_why text,
    primary key (account_id, id),
    check ((region_code is null) <> (organization_id is null)),
    check ((to_at is null) = (taken_by is null))
);
create unique index account_grant_live on account_grant
    (account_id, role, coalesce(region_code, ''), coalesce(organization_id, 0)) where to_at is null;
create index account_grant_region on account_grant (region_code text_pattern_ops) where to_at is null;
create index account_grant_organization on account_grant (organization_id, role) where to_at is null;
comment on table account_grant is 'Roles at a region subtree or an organization subtree, with who gave and took them and why';

-- Codes sent by SMS. One row per number and purpose: a new code replaces the old one.
create table account_code (
    mobile_digest bytea not null,
    purpose text not null check (length(purpose) between 1 and 40),
    code_digest bytea not null,
    sent_at timestamptz not null,
    expires_at timestamptz not null,
    attempts smallint not null default 0,
    used_at timestamptz,
    primary key (mobile_digest, purpose)
);
comment on table account_code is 'Six-digit codes that prove a mobile number for one purpose';

-- How many codes went to a number; holds over all nodes and all purposes.
create table account_code_limit (
    mobile_digest bytea primary key,
    last_at timestamptz not null,
    hour_start timestamptz not null,
    hour_count integer not null,
    day_start timestamptz not null,
    day_count integer not null
);
comment on table account_code_limit is 'Codes sent to a number in the running hour and day';

-- Failed sign-ins by mobile number, whether or not an account has it; holds over all nodes.
create table account_attempt (
    mobile_digest bytea primary key,
    failures integer not null,
    last_at timestamptz not null,
    locked_until timestamptz
);
comment on table account_attempt is 'Failed sign-ins since the last success; the delay grows with each';

-- Second factor by time-based codes (RFC 6238). last_step refuses a code that was used before.
create table account_totp (
    account_id bigint primary key,
    secret_sealed bytea not null,
    started_at timestamptz not null,
    confirmed_at timestamptz,
    last_step bigint not null default 0
);
comment on table account_totp is 'Secrets of authenticator apps, sealed';

create table account_recovery_code (
    account_id bigint not null,
    code_digest bytea not null,
    used_at timestamptz,
    primary key (account_id, code_digest)
);
comment on table account_recovery_code is 'One-time codes for a person whose authenticator is lost';

-- Notices and consent texts with their versions; text is data, in both languages.
create table account_document (
    key text not null,
    version integer not null,
    effective_from date not null,
    title_zh text not null,
    title_en text not null,
    text_zh text not null,
    text_en text not null,
    primary key (key, version)
);
comment on table account_document is 'Privacy notice, rights and duties, consents, vow: versioned (PIPL art. 17)';

create table account_consent (
    account_id bigint not null,
    document text not null,
    version integer not null,
    accepted_at timestamptz not null,
    withdrawn_at timestamptz,
    primary key (account_id, document, version, accepted_at)
);
comment on table account_consent is 'Who accepted which version when, and when it was withdrawn';

-- Which keys wrote this database, so that a start with other keys is noticed before anything is lost.
create table account_key (
    key_id smallint primary key,
    check_value bytea not null,
    first_used_at timestamptz not null
);
comment on table account_key is 'Check value per sealing key (0 = the digest key)';

-- Who did or saw what, when and why. Append-only: the database refuses every change.
create table account_audit (
    id bigint primary key,
    at timestamptz not null,
    account_id bigint not null,
    actor_name text not null,
    session_id bigint not null,
    what text not null check (what ~ '^[a-z0-9-]+\.[a-z0-9.-]+$'),
    subject text not null,
    why text,
    region_code text,
    actor_regions text[] not null
);
create index account_audit_at on account_audit (at);
create index account_audit_account on account_audit (account_id, at);
create index account_audit_subject on account_audit (subject, at);
create index account_audit_what on account_audit (what text_pattern_ops, at);
comment on table account_audit is 'Audit trail; account_id 0 = the program';

create function account_audit_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'account_audit is append-only' using errcode = 'integrity_constraint_violation';
end $$;
create trigger account_audit_append_only before update or delete on account_audit
    for each row execute function account_audit_is_append_only();
create trigger account_audit_no_truncate before truncate on account_audit
    for each statement execute function account_audit_is_append_only();
