-- Places of each shift and who stands where. Two key families: what belongs to an activity begins with activity_id,
-- what belongs to a person with volunteer_id; no foreign key crosses between them.

-- The counter of each shift. Every change of a sign-up's standing happens under the lock of this row, so that one
-- order holds for all nodes; the check refuses overselling whatever a program does. Fed by the activity's events.
create table signup_shift (
    activity_id bigint not null,
    shift_id bigint not null,
    capacity int not null,
    taken int not null default 0,
    waiting int not null default 0,
    waiting_seq bigint not null default 0,
    period tstzrange not null,
    open boolean not null default true,
    revision bigint not null default 1,
    primary key (activity_id, shift_id),
    check (taken between 0 and capacity),
    check (waiting >= 0),
    check (not isempty(period) and not lower_inf(period) and not upper_inf(period))
) with (fillfactor = 50);
comment on column signup_shift.waiting is 'how many are on the waiting list now';
comment on column signup_shift.waiting_seq is 'last number given on the waiting list; numbers only grow';
comment on column signup_shift.open is 'false once the activity was called off';
comment on column signup_shift.revision is 'grows with every event of the activity, so that a node sees that what it remembers is old';

-- One row per application or invitation of a person to a shift. "ended" is 0 while it lives and the id of the ending
-- change afterwards, so one index finds all rows of a person and allows one live row.
create table signup (
    activity_id bigint not null,
    signup_id bigint not null,
    shift_id bigint not null,
    volunteer_id bigint not null,
    state text not null
        check (state in ('APPLIED', 'ACCEPTED', 'WAITING', 'INVITED', 'REFUSED', 'WITHDRAWN', 'CANCELLED', 'NO_SHOW')),
    how text not null check (how in ('OPEN', 'REVIEWED', 'INVITATION')),
    waiting_no bigint,
    at timestamptz not null,
    by_account_id bigint not null,
    key_digest bigint,
    ended bigint not null default 0,
    primary key (activity_id, signup_id),
    check ((state = 'WAITING') = (waiting_no is not null)),
    check ((ended = 0) = (state in ('APPLIED', 'ACCEPTED', 'WAITING', 'INVITED', 'NO_SHOW')))
);
create unique index signup_one_live on signup (activity_id, shift_id, volunteer_id, ended);
create unique index signup_waiting on signup (activity_id, shift_id, waiting_no) where state = 'WAITING';
create index signup_to_decide on signup (activity_id, shift_id, at) where state in ('APPLIED', 'INVITED');
comment on column signup.how is 'OPEN: places are given at once; REVIEWED: the organizer decides; INVITATION: the organizer asked';
comment on column signup.at is 'when it was made; the first state is dated by it, every later one by signup_change';
comment on column signup.key_digest is 'first 64 bits of the digest of the idempotency key of the application; compared only among the rows of one person and shift';

-- Every later change of a sign-up's state, dated.
create table signup_change (
    activity_id bigint not null,
    signup_id bigint not null,
    change_id bigint not null,
    state text not null,
    cause text not null,
    reason text,
    at timestamptz not null,
    by_account_id bigint not null,
    primary key (activity_id, signup_id, change_id),
    foreign key (activity_id, signup_id) references signup (activity_id, signup_id)
);
comment on column signup_change.cause is 'ACCEPTED, REFUSED, QUEUED, PROMOTED, WITHDRAWN, OFFER_DECLINED, INVITATION_DECLINED, INVITATION_ACCEPTED, CALLED_OFF, MOVED, NO_SHOW, CAME_AFTER_ALL, NOT_VALID';

-- A place that came from the waiting list: the person is told, holds the place, and may keep or decline it.
create table signup_offer (
    activity_id bigint not null,
    signup_id bigint not null,
    offer_id bigint not null,
    at timestamptz not null,
    answer text check (answer in ('KEPT', 'DECLINED', 'LAPSED')),
    answered_at timestamptz,
    primary key (activity_id, signup_id, offer_id),
    check ((answer is null) = (answered_at is null)),
    foreign key (activity_id, signup_id) references signup (activity_id, signup_id)
);

-- An invitation by the organizer; only the person (or the guardian) can accept it.
create table signup_invitation (
    activity_id bigint not null,
    signup_id bigint not null,
    words text,
    at timestamptz not null,
    by_account_id bigint not null,
    primary key (activity_id, signup_id),
    foreign key (activity_id, signup_id) references signup (activity_id, signup_id)
);

-- The same from the person's side: what somebody has committed to (held) or asked for (not held). The exclusion
-- refuses two places of one person at the same time, whichever activities and nodes they come from.
create table signup_commitment (
    volunteer_id bigint not null,
    ends_at timestamptz not null generated always as (upper(period)) stored,
    shift_id bigint not null,
    activity_id bigint not null,
    signup_id bigint not null,
    period tstzrange not null,
    held boolean not null,
    primary key (volunteer_id, ends_at, shift_id),
    constraint signup_no_overlap exclude using gist (volunteer_id with =, period with &&) where (held)
);
