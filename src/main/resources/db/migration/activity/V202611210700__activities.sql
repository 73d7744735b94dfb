-- The project library: what an organization does again and again. A project is not an activity, which has dates.
create table activity_project (
    project_id bigint primary key,
    organization_id bigint not null,
    ancestors bigint[] not null,
    region_code text not null,
    name text not null check (char_length(name) between 2 and 50),
    categories text[] not null check (cardinality(categories) between 1 and 4),
    objects text[] not null,
    description text not null,
    regular_time text not null,
    place text not null,
    contact_name text not null,
    contact_phone text not null,
    listed boolean not null,
    created_by bigint not null,
    created_at timestamptz not null,
    version int not null default 1
);
create index activity_project_organization on activity_project using gin (ancestors);
create index activity_project_region on activity_project (region_code text_pattern_ops, name) where listed;

-- Activities, from draft to closed. The first and last moment of the shifts are kept here so that lists need no join.
create table activity (
    activity_id bigint primary key,
    organization_id bigint not null,
    ancestors bigint[] not null,
    region_code text not null,
    project_id bigint,
    title text not null check (char_length(title) between 1 and 50),
    categories text[] not null check (cardinality(categories) between 1 and 4),
    objects text[] not null,
    protections text[] not null,
    description text not null,
    address text not null,
    latitude double precision check (latitude between -90 and 90),
    longitude double precision check (longitude between -180 and 180),
    contact_name text not null,
    contact_phone text not null,
    risk_level smallint not null check (risk_level between 0 and 3),
    risk_note text not null,
    insurance text not null,
    accompanied boolean not null,
    agreement boolean not null,
    subsidy_fen int not null check (subsidy_fen >= 0),
    subsidy_reason text not null,
    recruit_from timestamptz,
    recruit_to timestamptz,
    recruit_scope text not null check (recruit_scope in ('PUBLIC', 'TEAMS', 'PASS_CODE', 'PRIVATE')),
    pass_code bytea,
    teams bigint[] not null,
    reviewed boolean not null,
    starts_at timestamptz not null,
    last_start_at timestamptz not null,
    ends_at timestamptz not null,
    announced_until timestamptz,
    extended_at timestamptz,
    state text not null
        check (state in ('DRAFT', 'IN_REVIEW', 'RETURNED', 'PUBLISHED', 'CANCELLED', 'CLOSED')),
    has_free boolean not null default true,
    published_at timestamptz,
    closed_at timestamptz,
    created_by bigint not null,
    created_at timestamptz not null,
    version int not null default 1,
    search_text text not null,
    bigrams text[] not null,
    check (starts_at <= last_start_at and last_start_at < ends_at),
    check (recruit_from < recruit_to),
    check ((latitude is null) = (longitude is null)),
    -- What may never be public: no risk note (Regulations art. 12), danger without insurance (art. 17), nothing to sign up by.
    check (
        state not in ('PUBLISHED', 'CLOSED')
        or (published_at is not null and announced_until is not null and risk_note <> ''
            and (risk_level < 2 or insurance <> '')
            and (recruit_scope <> 'PASS_CODE' or pass_code is not null)
            and (recruit_scope <> 'TEAMS' or cardinality(teams) > 0))),
    check ((state = 'CLOSED') = (closed_at is not null)),
    check (state <> 'CLOSED' or closed_at >= ends_at)
);
create index activity_coming on activity (ends_at, starts_at) where state = 'PUBLISHED';
create index activity_region on activity (region_code text_pattern_ops, state, starts_at);
create index activity_ancestors on activity using gin (ancestors);
create index activity_organization on activity (organization_id, published_at);
create index activity_bigrams on activity using gin (bigrams) where state = 'PUBLISHED';

-- What volunteers do in an activity, with what it asks of them. Empty means: nothing asked.
create table activity_post (
    activity_id bigint not null references activity,
    post_id bigint not null,
    name text not null check (char_length(name) between 1 and 30),
    description text not null,
    min_age smallint check (min_age between 0 and 120),
    max_age smallint check (max_age between 0 and 120),
    skills text[] not null,
    min_own_minutes int not null check (min_own_minutes >= 0),
    qualifications text[] not null,
    primary key (activity_id, post_id),
    check (min_age <= max_age)
);

-- When a post is served and by how many.
create table activity_shift (
    activity_id bigint not null,
    shift_id bigint not null,
    post_id bigint not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    capacity int not null check (capacity between 1 and 100000),
    primary key (activity_id, shift_id),
    foreign key (activity_id, post_id) references activity_post,
    check (starts_at < ends_at)
);
create index activity_shift_starts on activity_shift (starts_at);

-- Every step of an activity with who took it, when and why; what the reviewer ticked, by which versions of the rules.
create table activity_decision (
    activity_id bigint not null references activity,
    decision_id bigint not null,
    step text not null,
    from_state text not null,
    to_state text not null,
    account_id bigint not null,
    at timestamptz not null,
    reason text,
    basis jsonb,
    primary key (activity_id, decision_id)
);

-- What was done, written when an activity is closed; without it no hours count.
create table activity_summary (
    activity_id bigint primary key references activity,
    done text not null,
    served_people int not null check (served_people >= 0),
    remarks text not null,
    account_id bigint not null,
    at timestamptz not null
);
