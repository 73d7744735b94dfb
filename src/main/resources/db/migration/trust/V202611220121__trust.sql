-- How far records can be trusted: grades, spot checks, the word of those served, sanctions.

-- The grade of each record with the facts it was computed from. Computed anew when a fact arrives; rebuilt by command.
create table trust_grade (
    volunteer_id bigint not null,
    record_id bigint not null,
    activity_id bigint not null,
    grade text not null check (grade in ('A', 'B', 'C', 'D')),
    points integer not null,
    facts jsonb not null,
    rule_version integer not null,
    graded_at timestamptz not null,
    primary key (volunteer_id, record_id)
);
create index trust_grade_by_activity on trust_grade (activity_id);

-- Records about which something was learned: their activities are to be graded anew.
create table trust_due (
    volunteer_id bigint not null,
    record_id bigint not null,
    primary key (volunteer_id, record_id)
);

-- Activities to be graded anew.
create table trust_due_activity (
    activity_id bigint primary key
);

-- A sample of the records of one month in one region, drawn by a chance that nobody could choose (domain F16): the first
-- head of the sealed log after the month. The list that was drawn from is kept, so that everybody can draw again.
create table trust_sample (
    sample_id bigint primary key,
    month date not null check (extract(day from month) = 1),
    region_code text not null,
    head_size bigint not null,
    head_root text not null,
    head_at timestamptz not null,
    seed text not null,
    records integer not null check (records > 0),
    organizations integer not null,
    rule_version integer not null,
    population bytea not null,
    drawn_by bigint not null,
    drawn_at timestamptz not null,
    unique (month, region_code)
);

-- A record to be asked about. RANDOM: drawn; SERVED: added because those served said that nobody came, and in no figure
-- that is published.
create table trust_sample_item (
    sample_id bigint not null references trust_sample,
    item_no integer not null,
    volunteer_id bigint not null,
    record_id bigint not null,
    activity_id bigint not null,
    organization_id bigint not null,
    organization_name text not null,
    organization_ancestors bigint[] not null,
    region_code text not null,
    service_date date not null,
    why text not null check (why in ('RANDOM', 'SERVED')),
    outcome text check (outcome in ('CONFIRMED', 'WRONG_TIME', 'WAS_NOT_THERE', 'NOT_REACHED')),
    outcome_at timestamptz,
    outcome_by bigint,
    primary key (sample_id, item_no),
    unique (sample_id, volunteer_id, record_id),
    check ((outcome is null) = (outcome_at is null)),
    check ((outcome is null) = (outcome_by is null))
);
create index trust_sample_item_record on trust_sample_item (volunteer_id, record_id);
create index trust_sample_item_activity on trust_sample_item (activity_id) where outcome is not null;
create index trust_sample_item_organization on trust_sample_item (organization_id, service_date) where outcome is not null;

-- Every call, also those that nobody answered. Never changed.
create table trust_call (
    sample_id bigint not null,
    item_no integer not null,
    call_no integer not null,
    outcome text not null,
    note text not null,
    called_by bigint not null,
    called_at timestamptz not null,
    primary key (sample_id, item_no, call_no),
    foreign key (sample_id, item_no) references trust_sample_item
);

-- The address at which those served by an activity say whether somebody came. Says nothing about the activity by itself.
create table trust_thanks_code (
    activity_id bigint primary key,
    token text not null,
    made_by bigint not null,
    made_at timestamptz not null
);
create index trust_thanks_code_token on trust_thanks_code (token);

-- What they said: one voice for each mobile number and activity. The number itself is not kept.
create table trust_thanks (
    activity_id bigint not null,
    mobile_digest bytea not null,
    came boolean not null,
    time_right boolean,
    words text not null,
    said_at timestamptz not null,
    primary key (activity_id, mobile_digest),
    check (came or time_right is null)
);

-- Sanctions for false hours (domain F17).
create table trust_sanction (
    sanction_id bigint primary key,
    subject_kind text not null check (subject_kind in ('VOLUNTEER', 'ORGANIZATION')),
    subject_id bigint not null,
    subject_account_id bigint,
    region_code text not null,
    kind text not null,
    bans_manual_entry boolean not null,
    reason text not null,
    case_number text,
    ends_on date,
    minutes_to_regain integer not null check (minutes_to_regain >= 0),
    rule_version integer not null,
    imposed_by bigint not null,
    imposed_on date not null,
    imposed_at timestamptz not null,
    lifted_by bigint,
    lifted_at timestamptz,
    lift_reason text,
    check (lifted_by is null or lifted_by <> imposed_by),
    check ((lifted_by is null) = (lifted_at is null)),
    check ((lifted_by is null) = (lift_reason is null))
);
create index trust_sanction_subject on trust_sanction (subject_kind, subject_id);
create index trust_sanction_account on trust_sanction (subject_account_id) where subject_account_id is not null;
create index trust_sanction_region on trust_sanction (region_code text_pattern_ops, imposed_at);
