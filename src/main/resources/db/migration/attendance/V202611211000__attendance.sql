-- Who came when and left when, with the evidence of both moments (domain F4, F5).

-- A check-in with its check-out. Open: here now. Forgotten: the shift is long over and nobody checked out; the organizer
-- attests when the person left. The point that a phone sent is not kept, only its distance to the place.
create table attendance_pair (
    activity_id bigint not null,
    pair_id bigint not null,
    shift_id bigint not null,
    volunteer_id bigint not null,
    service_day date not null,
    pair_no smallint not null check (pair_no >= 1),
    state text not null check (state in ('OPEN', 'FORGOTTEN', 'CLOSED')),
    shift_end timestamptz not null,
    came_at timestamptz not null,
    left_at timestamptz,
    in_evidence jsonb not null,
    out_evidence jsonb,
    said_left_at timestamptz,
    said_why text,
    reminded_at timestamptz,
    primary key (activity_id, pair_id),
    -- The n-th pair of a person in an activity on one day; the rule says how many there may be.
    unique (activity_id, volunteer_id, service_day, pair_no),
    check (left_at > came_at),
    check ((state = 'CLOSED') = (left_at is not null)),
    check ((left_at is null) = (out_evidence is null))
);
create index attendance_pair_unfinished on attendance_pair (shift_end) where state <> 'CLOSED';

-- One open check-in per person, whatever the activity: the primary key refuses the second.
create table attendance_open (
    volunteer_id bigint primary key,
    activity_id bigint not null,
    pair_id bigint not null,
    shift_end timestamptz not null
);

-- Which devices acted in an activity, by digest, to mark (never to refuse) one that acts for several people.
create table attendance_device (
    activity_id bigint not null,
    device_digest bytea not null,
    volunteer_id bigint not null,
    primary key (activity_id, device_digest, volunteer_id)
);

insert into rules_version (key, version, effective_from, value, note) values
    ('attendance.checking', 1, '2026-01-01',
     '{"openBeforeMinutes": 60, "pairsPerDay": 3, "farMetres": 500, "remindAfterMinutes": 15, "graceHours": 12, "repeatSeconds": 60}',
     'Check-in opens an hour before the shift; at most 3 pairs per activity and day; a forgotten check-out is reminded of after 15 minutes and goes to the organizer after 12 hours');
