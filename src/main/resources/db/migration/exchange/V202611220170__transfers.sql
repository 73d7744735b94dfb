-- Transfers of volunteers between two districts of the city: asked by the person, confirmed by the district that is left and
-- by the one that receives (Record measures 2012, domain F11). Records stay as they are; only the residence changes.
create table exchange_transfer (
    volunteer_id bigint not null,
    transfer_id bigint not null,
    from_region text not null,
    to_region text not null,
    reason text not null default '',
    state text not null check (state in ('ASKED', 'LEFT', 'APPEALED', 'DONE', 'REFUSED', 'WITHDRAWN')),
    asked_by bigint not null,
    asked_at timestamptz not null,
    -- Last day of whoever has to answer now; kept when it is over.
    due_on date not null,
    -- Who confirmed for the district that is left; 0 when its time ran out.
    left_by bigint,
    left_at timestamptz,
    refused_because text,
    appealed boolean not null default false,
    escalated boolean not null default false,
    ended_at timestamptz,
    primary key (volunteer_id, transfer_id),
    check (from_region <> to_region),
    check (state <> 'REFUSED' or refused_because is not null),
    check ((state in ('DONE', 'REFUSED', 'WITHDRAWN')) = (ended_at is not null))
);
create unique index exchange_transfer_open on exchange_transfer (volunteer_id) where state in ('ASKED', 'LEFT', 'APPEALED');
create index exchange_transfer_waiting on exchange_transfer (due_on, transfer_id) where state in ('ASKED', 'LEFT', 'APPEALED');

-- Every step of a transfer: who did what, when and why. Append-only.
create table exchange_transfer_step (
    volunteer_id bigint not null,
    transfer_id bigint not null,
    step_no int not null,
    what text not null check (what in ('ASKED', 'LEFT', 'LEFT_BY_TIME', 'ESCALATED', 'DONE', 'REFUSED', 'APPEALED', 'WITHDRAWN')),
    at timestamptz not null,
    actor_account_id bigint not null,
    why text,
    primary key (volunteer_id, transfer_id, step_no)
);

insert into rules_version (key, version, effective_from, value, note) values
    ('exchange.transfer', 1, '2026-01-01',
     '{"leavingWorkingDays": 5, "receivingWorkingDays": 10, "appealWorkingDays": 10}',
     'A district that is left agrees by silence after these working days; one that receives is taken to the city when late; a refusal can be taken to the city within these working days');
