-- The registry: one row for each registered person. The key of everything a volunteer ever does.
create table volunteer (
    id bigint primary key,
    number text not null,
    national_no text,
    name text not null check (name <> ''),
    birth_date date not null,
    sex text not null,
    residence_code text not null,
    state text not null check (state in ('UNDER_REVIEW', 'UNCONFIRMED', 'VALID', 'RESTRICTED', 'VOID')),
    account_id bigint,
    guardian_account_id bigint,
    document_type text not null,
    document_sealed bytea not null,
    document_checked boolean not null,
    skills text[] not null default '{}',
    source text not null check (source in ('SELF', 'GUARDIAN', 'DESK')),
    registered_by bigint not null,
    registered_at timestamptz not null,
    confirm_by timestamptz,
    -- Somebody must answer for a registration that counts.
    check (state not in ('VALID', 'UNDER_REVIEW') or account_id is not null or guardian_account_id is not null),
    check (state <> 'VALID' or document_checked),
    check ((state = 'UNCONFIRMED') = (confirm_by is not null))
);
create index volunteer_of_guardian on volunteer (guardian_account_id) where guardian_account_id is not null;
create index volunteer_by_residence on volunteer (residence_code text_pattern_ops, id);
create index volunteer_by_name on volunteer (name text_pattern_ops);
create index volunteer_by_skill on volunteer using gin (skills);
create index volunteer_unconfirmed on volunteer (confirm_by) where state = 'UNCONFIRMED';

-- Eight digits for unified numbers. One sequence for all areas and years: nextval waits for nobody, and the claim below
-- makes a number unique even after the sequence has gone round.
create sequence volunteer_number_sequence minvalue 1 maxvalue 99999999 cycle;

-- Claim: a number belongs to one person for ever, also after closing. Keyed by the number.
create table volunteer_number (
    number text primary key,
    kind text not null check (kind in ('LOCAL', 'NATIONAL')),
    volunteer_id bigint not null
);

-- Claim: one person for each identity document. Keyed by the keyed digest of type and number; freed when void.
create table volunteer_document (
    digest bytea primary key,
    volunteer_id bigint not null,
    claimed_at timestamptz not null
);
create index volunteer_document_of on volunteer_document (volunteer_id);

-- Claim: one volunteer for each account.
create table volunteer_account (
    account_id bigint primary key,
    volunteer_id bigint not null
);

-- Every change of a registration's state, with who and why. Append-only.
create table volunteer_change (
    volunteer_id bigint not null,
    id bigint not null,
    at timestamptz not null,
    from_state text,
    to_state text not null,
    why text not null,
    note text,
    by_account bigint not null,
    primary key (volunteer_id, id)
);

-- Questions sent by text message: "did you want this?" Keyed by the digest of the secret in the link.
create table volunteer_confirmation (
    token_digest bytea primary key,
    volunteer_id bigint not null,
    kind text not null check (kind in ('PERSON', 'WARD', 'CONSENT')),
    guardian_name text,
    mobile_sealed bytea not null,
    mobile_digest bytea not null,
    sent_at timestamptz not null,
    expires_at timestamptz not null,
    answered_at timestamptz,
    answer text check (answer in ('CONFIRMED', 'DISOWNED', 'REPLACED', 'EXPIRED')),
    check ((answered_at is null) = (answer is null))
);
create index volunteer_confirmation_of on volunteer_confirmation (volunteer_id);
create index volunteer_confirmation_for on volunteer_confirmation (mobile_digest);

-- Cases that a person must decide: documents no machine can check, appeals about a taken document, disowned registrations.
create table volunteer_review (
    volunteer_id bigint not null,
    id bigint not null,
    kind text not null check (kind in ('DOCUMENT', 'APPEAL', 'DISOWNED')),
    residence_code text not null,
    statement text not null,
    mobile_sealed bytea,
    opened_at timestamptz not null,
    due_on date not null,
    decided_at timestamptz,
    decided_by bigint,
    approved boolean,
    reason text,
    primary key (volunteer_id, id),
    check ((decided_at is null) = (approved is null))
);
create unique index volunteer_review_open on volunteer_review (volunteer_id, kind) where decided_at is null;
create index volunteer_review_queue on volunteer_review (residence_code text_pattern_ops, due_on) where decided_at is null;

-- What a volunteer tells step by step after registering.
create table volunteer_profile (
    volunteer_id bigint primary key,
    categories text[] not null default '{}' check (cardinality(categories) <= 4),
    slots text[] not null default '{}',
    languages text[] not null default '{}',
    education text,
    employment text,
    political_status text,
    vow_version int,
    vow_at timestamptz,
    changed_at timestamptz not null
);

-- Identities such as deputy or reporting party member, with where each is known from and until when it holds.
create table volunteer_tag (
    volunteer_id bigint not null,
    tag text not null,
    source text not null,
    expires_on date,
    noted_at timestamptz not null,
    noted_by bigint not null,
    primary key (volunteer_id, tag)
);

-- Short codes for a card without network: eight digits that stand for one volunteer on one day.
create table volunteer_day_code (
    day date not null,
    code text not null,
    volunteer_id bigint not null,
    primary key (day, code)
);
create unique index volunteer_day_code_of on volunteer_day_code (volunteer_id, day);
