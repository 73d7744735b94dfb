-- A correction that lowers what counts or may count, told to the volunteer before it is carried out (domain F14): with its
-- reason, its evidence and the rule. At most one is open for each record.
create table record_proposal (
    volunteer_id bigint not null,
    proposal_id bigint not null,
    record_id bigint not null,
    kind text not null check (kind in ('CORRECT', 'VOID')),
    served_from timestamptz,
    served_to timestamptz,
    minutes integer not null check (minutes >= 0),
    time_kind text not null check (time_kind in ('CREDIT', 'HONOUR')),
    reason text not null,
    evidence text not null,
    rule_key text not null,
    rule_version integer not null,
    proposed_by bigint not null,
    proposed_at timestamptz not null,
    takes_effect_on timestamptz not null,
    state text not null default 'OPEN'
        check (state in ('OPEN', 'AGREED', 'CARRIED_OUT', 'WITHDRAWN', 'OVERTAKEN')),
    closed_at timestamptz,
    primary key (volunteer_id, proposal_id),
    check ((kind = 'CORRECT') = (served_from is not null and served_to is not null)),
    check ((state = 'OPEN') = (closed_at is null))
);
create unique index record_proposal_one_open on record_proposal (volunteer_id, record_id) where state = 'OPEN';
create index record_proposal_of_record on record_proposal (volunteer_id, record_id, proposed_at);
create index record_proposal_due on record_proposal (takes_effect_on, proposal_id) where state = 'OPEN';

-- Who does not want to be named on the public notice, not even masked.
create table record_name_hidden (
    volunteer_id bigint primary key,
    since timestamptz not null
);

-- Finds a record on notice by its number alone, as the public address of a report names it.
create index record_current_on_notice on record_current (record_id) where state = 'NOTICE';

insert into rules_version (key, version, effective_from, value, note) values
    ('record.proposal', 1, '2026-01-01', '{"days": 3}',
     'A correction that lowers what counts is told to the volunteer so many days before it is carried out (domain F14)');
