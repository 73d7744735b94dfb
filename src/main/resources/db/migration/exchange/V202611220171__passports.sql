-- Passports that this platform has made: what somebody took along. Kept for ever, as a note of what was shared and when
-- (Network Data Security Regulations: at least three years). The file itself is not kept.
create table exchange_passport (
    volunteer_id bigint not null,
    passport_id bigint not null,
    sha256 bytea not null check (length(sha256) = 32),
    made_by bigint not null,
    made_at timestamptz not null,
    valid_until timestamptz not null,
    moving boolean not null,
    with_document boolean not null,
    records int not null,
    credit_minutes bigint not null,
    honour_minutes bigint not null,
    revoked_at timestamptz,
    primary key (volunteer_id, passport_id)
);
create index exchange_passport_by_id on exchange_passport (passport_id);

-- People whose records were moved to another platform, with its signed receipt. Records stay here as evidence.
create table exchange_departure (
    volunteer_id bigint not null,
    passport_id bigint not null,
    to_origin text not null,
    to_name text not null,
    receipt text not null,
    at timestamptz not null,
    -- When the person came back; null while away.
    back_at timestamptz,
    primary key (volunteer_id, passport_id)
);
create unique index exchange_departure_now on exchange_departure (volunteer_id) where back_at is null;

-- Platforms whose passports and receipts this city trusts: their public keys, pinned by the city office.
create table exchange_issuer (
    issuer_id bigint primary key,
    origin text not null check (origin <> ''),
    name text not null check (name <> ''),
    key_id text not null,
    algorithm text not null,
    public_key bytea not null,
    -- Where the platform can be asked whether a passport still holds; null if it cannot.
    address text,
    trusted_by bigint not null,
    trusted_at timestamptz not null,
    withdrawn_at timestamptz
);
create unique index exchange_issuer_trusted on exchange_issuer (key_id) where withdrawn_at is null;

-- Passports from elsewhere that people brought here. The content is personal data and sealed.
create table exchange_arrival (
    volunteer_id bigint not null,
    arrival_id bigint not null,
    sha256 bytea not null check (length(sha256) = 32),
    passport text not null,
    origin text not null,
    issuer_name text not null,
    key_id text not null,
    algorithm text not null,
    public_key bytea not null,
    state text not null check (state in ('CLAIMED', 'VERIFIED', 'REFUSED')),
    moving boolean not null,
    content_sealed bytea not null,
    records int not null,
    credit_minutes bigint not null,
    honour_minutes bigint not null,
    arrived_by bigint not null,
    arrived_at timestamptz not null,
    -- Whether the issuer was asked and said that the passport holds.
    asked boolean not null,
    decided_by bigint,
    decided_at timestamptz,
    reason text,
    primary key (volunteer_id, arrival_id),
    check ((state = 'CLAIMED') = (decided_at is null)),
    check (state <> 'REFUSED' or reason is not null)
);
create unique index exchange_arrival_once on exchange_arrival (volunteer_id, sha256);
create index exchange_arrival_waiting on exchange_arrival (arrived_at, arrival_id) where state = 'CLAIMED';
create index exchange_arrival_of_key on exchange_arrival (key_id) where state = 'CLAIMED';

-- What became of each record that came along, once for each record however often it comes (by issuer and its number there).
create table exchange_claim (
    volunteer_id bigint not null,
    source_id bigint not null,
    arrival_id bigint not null,
    origin text not null,
    issuer_record text not null,
    -- CLAIMED: issuer not trusted yet. WAITING: does not count at the issuer, or is not sealed there yet. TAKEN: on record
    -- here. HOME: came from here in the first place. CONFLICT: hours that are on record here already. DROPPED: decided so.
    state text not null check (state in ('CLAIMED', 'WAITING', 'TAKEN', 'HOME', 'CONFLICT', 'DROPPED')),
    title text not null,
    organization text not null,
    region text not null,
    service_date date not null,
    served_from timestamptz not null,
    served_to timestamptz not null,
    service_minutes int not null,
    time_kind text not null,
    grade text,
    record_id bigint,
    why text,
    decided_by bigint,
    decided_at timestamptz,
    primary key (volunteer_id, source_id),
    check ((state = 'TAKEN') = (record_id is not null))
);
create index exchange_claim_conflicts on exchange_claim (volunteer_id, source_id) where state = 'CONFLICT';

insert into rules_version (key, version, effective_from, value, note) values
    ('exchange.passport', 1, '2026-01-01', '{"validDays": 90}',
     'So long a passport can be taken in elsewhere; its owner may revoke it before');
