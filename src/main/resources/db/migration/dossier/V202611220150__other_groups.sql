-- The statutory groups beside service (Order 67 art. 8, 9, 10): training, commendation, evaluation. What was recorded is
-- never changed: a correction is a new entry that names the one it supersedes.

-- Training (art. 8). Learning time stands apart and is never added to service time.
create table dossier_training (
    volunteer_id bigint not null,
    entry_id bigint not null,
    name text not null check (name <> ''),
    content text not null check (content <> ''),
    learning_minutes integer not null check (learning_minutes between 1 and 60000),
    host text not null check (host <> ''),
    held_on date not null,
    primary key (volunteer_id, entry_id)
);

-- Commendations (art. 9): a team's own, those of governments from the county up, those of others.
create table dossier_commendation (
    volunteer_id bigint not null,
    entry_id bigint not null,
    name text not null check (name <> ''),
    awarded_on date not null,
    awarding_unit text not null check (awarding_unit <> ''),
    award text not null check (award in ('OWN', 'GOVERNMENT', 'OTHER')),
    award_level text check (award_level in ('COUNTY', 'CITY', 'PROVINCE', 'NATION')),
    document_number text,
    words text,
    primary key (volunteer_id, entry_id),
    check ((award = 'GOVERNMENT') = (award_level is not null))
);

-- Evaluations of a volunteer's service by the team (art. 10).
create table dossier_evaluation (
    volunteer_id bigint not null,
    entry_id bigint not null,
    activity_id bigint not null,
    activity_title text not null,
    organization_name text not null,
    quality text not null,
    words text,
    served_on date not null,
    evaluated_on date not null,
    rule_version integer not null,
    primary key (volunteer_id, entry_id)
);

-- What happened to an entry: every change with its date, who made it, and why; objections and the answers to them too.
create table dossier_step (
    volunteer_id bigint not null,
    entry_id bigint not null,
    step_no integer not null,
    what text not null check (what in ('APPLIED', 'RECORDED', 'REFUSED', 'SUPERSEDED', 'VOID', 'OBJECTED', 'KEPT')),
    at timestamptz not null,
    actor_account_id bigint not null,
    why text,
    primary key (volunteer_id, entry_id, step_no),
    check (what not in ('REFUSED', 'VOID', 'SUPERSEDED', 'OBJECTED', 'KEPT') or why is not null)
);

create function dossier_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'entries of a dossier are append-only' using errcode = 'integrity_constraint_violation';
end $$;
create trigger dossier_training_append_only before update or delete on dossier_training
    for each row execute function dossier_is_append_only();
create trigger dossier_commendation_append_only before update or delete on dossier_commendation
    for each row execute function dossier_is_append_only();
create trigger dossier_evaluation_append_only before update or delete on dossier_evaluation
    for each row execute function dossier_is_append_only();
create trigger dossier_step_append_only before update or delete on dossier_step
    for each row execute function dossier_is_append_only();

-- How an entry stands now, who recorded or decides it (an organization, or without one the office of the region), where
-- it came from, whether an objection waits for its answer, and for evaluations from when the volunteer sees it.
create table dossier_standing (
    volunteer_id bigint not null,
    entry_id bigint not null,
    part text not null check (part in ('TRAINING', 'COMMENDATION', 'EVALUATION')),
    state text not null check (state in ('APPLIED', 'RECORDED', 'REFUSED', 'SUPERSEDED', 'VOID')),
    activity_id bigint,
    organization_id bigint,
    organization_ancestors bigint[] not null,
    region_code text not null,
    recorder text not null,
    issuer text,
    source_id text,
    supersedes bigint,
    objected_on date,
    answer_by date,
    shown_from timestamptz,
    at timestamptz not null,
    primary key (volunteer_id, entry_id),
    check ((part = 'EVALUATION') = (activity_id is not null)),
    check ((objected_on is null) = (answer_by is null)),
    check ((issuer is null) = (source_id is null))
);
create unique index dossier_one_evaluation on dossier_standing (volunteer_id, activity_id)
    where part = 'EVALUATION' and state = 'RECORDED';
create unique index dossier_one_successor on dossier_standing (volunteer_id, supersedes) where supersedes is not null;
create unique index dossier_taken_once on dossier_standing (volunteer_id, issuer, source_id) where issuer is not null;
create index dossier_applied on dossier_standing (region_code) where state = 'APPLIED';
create index dossier_objected on dossier_standing (answer_by) where objected_on is not null;
create index dossier_of_organization on dossier_standing (organization_id, entry_id) where part <> 'EVALUATION';

-- Issuers from which entries of a person came along, and since when their word is verified.
create table dossier_origin (
    volunteer_id bigint not null,
    issuer text not null,
    taken_at timestamptz not null,
    verified_at timestamptz,
    primary key (volunteer_id, issuer)
);

-- Closed activities, and until when team and volunteers may say how it was.
create table dossier_window (
    activity_id bigint primary key,
    organization_id bigint not null,
    organization_ancestors bigint[] not null,
    region_code text not null,
    title text not null,
    organization_name text not null,
    closed_at timestamptz not null,
    due_on date not null,
    open_until timestamptz not null
);
create index dossier_window_open on dossier_window (open_until);

-- One volunteer's service in a closed activity: whether the team and the volunteer have spoken, since when each sees what
-- the other said, and the volunteer's answers as they stand. The row is the lock of both.
create table dossier_turn (
    activity_id bigint not null,
    volunteer_id bigint not null,
    organization_id bigint not null,
    served_on date not null,
    open_until timestamptz not null,
    team_at timestamptz,
    volunteer_at timestamptz,
    opened_at timestamptz,
    safety smallint check (safety between 1 and 3),
    organizing smallint check (organizing between 1 and 3),
    usefulness smallint check (usefulness between 1 and 3),
    words text,
    primary key (activity_id, volunteer_id),
    check (opened_at is null or (team_at is not null and volunteer_at is not null))
);
create index dossier_turn_of_volunteer on dossier_turn (volunteer_id, open_until);
create index dossier_turn_of_organization on dossier_turn (organization_id) where volunteer_at is not null;

-- What volunteers answered, each time they answered. Append-only.
create table dossier_voice (
    activity_id bigint not null,
    volunteer_id bigint not null,
    voice_no integer not null,
    safety smallint,
    organizing smallint,
    usefulness smallint,
    words text,
    at timestamptz not null,
    primary key (activity_id, volunteer_id, voice_no)
);
create trigger dossier_voice_append_only before update or delete on dossier_voice
    for each row execute function dossier_is_append_only();

insert into rules_code (table_name, code, zh, en, sort) values
    ('evaluation-quality', '1', '优秀', 'Excellent', 10),
    ('evaluation-quality', '2', '良好', 'Good', 20),
    ('evaluation-quality', '3', '合格', 'Fair', 30),
    ('evaluation-quality', '4', '有待改进', 'To be improved', 40);

insert into rules_version (key, version, effective_from, value, note) values
    ('dossier.evaluation', 1, '2026-01-01',
     '{"dueAfterDays": 10, "openDays": 30, "teamSeesFrom": 3, "publicFrom": 5, "reasonFor": ["3", "4"], "answerWithinDays": 10}',
     'Evaluations within 10 working days (Order 67 art. 11), both sides within 30 days; sums from 3 voices for the team, from 5 for everybody; which qualities need a reason; objections answered within 10 working days');
