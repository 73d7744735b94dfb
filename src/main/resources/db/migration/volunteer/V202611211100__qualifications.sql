-- What volunteers are qualified for: stated by the person, confirmed or returned by an office of the person's area or
-- an administrator of the person's team. A new statement is a new row, so that what was confirmed counts until it ends.
create table volunteer_qualification (
    volunteer_id bigint not null,
    id bigint not null,
    code text not null,
    evidence_sealed bytea not null,
    valid_until date,
    state text not null check (state in ('STATED', 'CONFIRMED', 'RETURNED', 'WITHDRAWN')),
    stated_at timestamptz not null,
    stated_by bigint not null,
    decided_at timestamptz,
    decided_by bigint,
    reason text,
    primary key (volunteer_id, id),
    check ((decided_at is null) = (decided_by is null)),
    check (state <> 'STATED' or decided_at is null),
    check (state not in ('CONFIRMED', 'RETURNED') or decided_at is not null),
    check (state <> 'RETURNED' or reason is not null)
);
create unique index volunteer_qualification_open on volunteer_qualification (volunteer_id, code) where state = 'STATED';
create index volunteer_qualification_queue on volunteer_qualification (stated_at) where state = 'STATED';
