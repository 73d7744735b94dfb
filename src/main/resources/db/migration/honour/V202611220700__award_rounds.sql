-- Award rounds (domain H7, H8, H14): nominated with facts, judged by a panel, on public notice, published.

-- A round of an office: its terms, copied from the rule of its kind and changed by the office before it opens.
create table honour_round (
    round_id bigint primary key,
    region_code text not null,
    kind text not null,
    rule_version integer not null,
    name text not null check (name <> ''),
    year integer not null check (year between 2000 and 2200),
    award_level text check (award_level in ('COUNTY', 'CITY', 'PROVINCE', 'NATION')),
    document_number text,
    places integer not null check (places between 1 and 1000),
    nominators text[] not null check (cardinality(nominators) > 0),
    opens_on date not null,
    nominate_until date not null,
    review_until date not null,
    notice_days integer not null check (notice_days between 1 and 60),
    counted_from date not null,
    counted_to date not null,
    credit_minutes integer not null check (credit_minutes >= 0),
    age_from integer not null check (age_from >= 0),
    conflict text not null check (conflict in ('TEAM', 'TEAM_AND_COMMUNITY')),
    scoring text not null check (scoring in ('POINTS', 'VOTE')),
    criteria text[] not null check (cardinality(criteria) between 1 and 6),
    words text not null,
    state text not null check (state in ('DRAFT', 'OPEN', 'REVIEWING', 'NOTICE', 'PUBLISHED', 'CANCELLED')),
    notice_until date,
    scores_closed boolean not null default false,
    late_told_on date,
    made_by bigint not null,
    changed_at timestamptz not null,
    check (opens_on <= nominate_until and nominate_until < review_until),
    check (counted_from <= counted_to),
    check (award_level is null or document_number is not null),
    check ((state in ('NOTICE', 'PUBLISHED')) <= (notice_until is not null))
);
create index honour_round_by_state on honour_round (state, region_code);

-- Everything that was done about a round, by whom and why.
create table honour_step (
    round_id bigint not null references honour_round,
    step_no integer not null,
    what text not null,
    at timestamptz not null,
    actor_account_id bigint not null,
    why text,
    primary key (round_id, step_no)
);

-- Who judges; seat 1 is in the chair.
create table honour_panel (
    round_id bigint not null references honour_round,
    account_id bigint not null,
    volunteer_id bigint not null,
    seat integer not null check (seat between 1 and 99),
    primary key (round_id, account_id),
    unique (round_id, seat)
);
create index honour_panel_of_person on honour_panel (account_id);

-- Who was nominated. Facts are filled by the program from records, as of facts_at; nobody types them.
create table honour_nomination (
    nomination_id bigint primary key,
    round_id bigint not null references honour_round,
    volunteer_id bigint not null,
    nominator_account_id bigint not null,
    capacity text not null check (capacity in ('TEAM', 'COMMUNITY', 'OFFICE', 'VOLUNTEER', 'SELF')),
    state text not null check (state in ('ASKED', 'AGREED', 'DECLINED', 'WITHDRAWN', 'LAPSED', 'REMOVED')),
    show_name boolean not null default false,
    facts jsonb not null,
    facts_at timestamptz not null,
    nominated_at timestamptz not null,
    answered_at timestamptz,
    why text,
    total integer,
    place integer,
    tied integer,
    tie_order integer,
    commendation_id bigint,
    check ((state = 'REMOVED') <= (why is not null))
);
create unique index honour_nominated_once on honour_nomination (round_id, volunteer_id) where state <> 'WITHDRAWN';
create unique index honour_place_once on honour_nomination (round_id, place) where place is not null;
create index honour_nomination_of_person on honour_nomination (volunteer_id);
create index honour_nomination_by on honour_nomination (nominator_account_id);

-- What the nominator says beside the facts, claim by claim, each with the fact it rests on if there is one. A claim that a
-- judge doubts counts for nothing until the nominator writes it anew or takes it back; what was written before stays.
create table honour_statement (
    nomination_id bigint not null references honour_nomination,
    statement_no integer not null,
    words text not null check (words <> ''),
    source text,
    state text not null check (state in ('SAID', 'DOUBTED', 'REPLACED', 'TAKEN_BACK')),
    doubted_by bigint,
    doubt text,
    primary key (nomination_id, statement_no),
    check ((doubted_by is null) = (doubt is null)),
    check (state <> 'DOUBTED' or doubt is not null)
);

-- Scores of the panel: secret until the review is closed, and never shown with the name of the judge.
create table honour_score (
    nomination_id bigint not null references honour_nomination,
    account_id bigint not null,
    criterion integer not null check (criterion between 1 and 6),
    score integer not null check (score between 0 and 10),
    scored_at timestamptz not null,
    primary key (nomination_id, account_id, criterion)
);

-- Why those with the same result were ordered as they are, by whoever had to decide it.
create table honour_tie (
    round_id bigint not null references honour_round,
    total integer not null,
    decided_by bigint not null,
    decided_at timestamptz not null,
    why text not null check (why <> ''),
    primary key (round_id, total)
);

-- What anybody says against somebody on public notice. The contact is sealed, and erased when it is not needed any more.
create table honour_objection (
    objection_id bigint primary key,
    round_id bigint not null references honour_round,
    nomination_id bigint references honour_nomination,
    receipt text not null unique,
    words text not null check (words <> ''),
    contact_sealed bytea,
    address_digest bytea,
    made_at timestamptz not null,
    state text not null check (state in ('OPEN', 'TOLD', 'ANSWERED', 'REJECTED', 'UPHELD')),
    reply text,
    reason text,
    told_by bigint,
    remove_on date,
    decided_by bigint,
    decided_at timestamptz,
    check ((state = 'OPEN') = (reason is null)),
    check ((state in ('REJECTED', 'UPHELD')) = (decided_at is not null)),
    check (state not in ('TOLD', 'ANSWERED') or remove_on is not null and nomination_id is not null)
);
create index honour_objection_of_round on honour_objection (round_id);
create index honour_objection_address on honour_objection (address_digest, made_at) where address_digest is not null;

create function honour_step_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'steps of award rounds are append-only' using errcode = 'integrity_constraint_violation';
end $$;
create trigger honour_step_append_only before update or delete on honour_step
    for each row execute function honour_step_is_append_only();
