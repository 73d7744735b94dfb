-- Service that no check-in recorded (domain F2, F18): entered by one person, confirmed by another, within a quota, and
-- counted only after a waiting time. Makeup (补录) rests on a scanned proof and is approved by the district.

-- One sheet: what somebody entered at once about one shift. What it says never changes.
create table entry_sheet (
    activity_id bigint not null,
    id bigint not null,
    kind text not null check (kind in ('MANUAL', 'MAKEUP')),
    organization_id bigint not null,
    organization_ancestors bigint[] not null,
    region_code text not null,
    title text not null,
    shift_id bigint not null,
    shift_start timestamptz not null,
    shift_end timestamptz not null,
    why text not null,
    shown_by text not null,
    entered_by bigint not null,
    entered_at timestamptz not null,
    expires_on date not null,
    primary key (activity_id, id)
);

-- One person on a sheet, with what has become of it. Whoever enters never confirms, and whoever approves did neither;
-- nothing is recorded that was not confirmed and, where it must be, agreed to and approved.
create table entry_line (
    activity_id bigint not null,
    sheet_id bigint not null,
    volunteer_id bigint not null,
    id bigint not null,
    shift_id bigint not null,
    served_from timestamptz not null,
    served_to timestamptz not null,
    minutes integer not null check (minutes between 1 and 1440),
    stranger boolean not null,
    needs_district boolean not null,
    state text not null
        check (state in ('ENTERED', 'CONFIRMED', 'WITH_DISTRICT', 'RECORDED', 'REFUSED', 'WITHDRAWN', 'EXPIRED')),
    entered_by bigint not null,
    confirmed_by bigint,
    confirmed_at timestamptz,
    agreed_by bigint,
    agreed_at timestamptz,
    decided_by bigint,
    decided_at timestamptz,
    record_id bigint,
    primary key (activity_id, sheet_id, volunteer_id),
    foreign key (activity_id, sheet_id) references entry_sheet (activity_id, id),
    check (served_to > served_from),
    check (not stranger or needs_district),
    check (confirmed_by <> entered_by),
    check (decided_by <> entered_by and decided_by <> confirmed_by),
    check (state not in ('CONFIRMED', 'WITH_DISTRICT', 'RECORDED') or confirmed_by is not null),
    check (state <> 'WITH_DISTRICT' or needs_district),
    check (state <> 'RECORDED' or record_id is not null),
    check (state <> 'RECORDED' or not stranger or agreed_at is not null),
    check (state <> 'RECORDED' or not needs_district or decided_at is not null)
);
create unique index entry_line_open_once on entry_line (activity_id, shift_id, volunteer_id)
    where state in ('ENTERED', 'CONFIRMED', 'WITH_DISTRICT');
create index entry_line_of_volunteer on entry_line (volunteer_id, id);
create index entry_line_open on entry_line (state, activity_id, sheet_id)
    where state in ('ENTERED', 'CONFIRMED', 'WITH_DISTRICT');

-- What happened to a line: dated, with who did it and why.
create table entry_step (
    activity_id bigint not null,
    sheet_id bigint not null,
    volunteer_id bigint not null,
    step_no integer not null,
    state text not null,
    what text not null,
    at timestamptz not null,
    actor_account_id bigint not null,
    why text,
    primary key (activity_id, sheet_id, volunteer_id, step_no)
);

create function entry_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'what was entered by hand is never rewritten' using errcode = 'integrity_constraint_violation';
end $$;
create trigger entry_sheet_append_only before update or delete on entry_sheet
    for each row execute function entry_is_append_only();
create trigger entry_step_append_only before update or delete on entry_step
    for each row execute function entry_is_append_only();

-- Scanned proofs of a sheet, sealed; deleted when their time is over.
create table entry_proof (
    activity_id bigint not null,
    sheet_id bigint not null,
    format text not null check (format in ('jpeg', 'pdf')),
    file_sealed bytea not null,
    size_bytes integer not null,
    added_by bigint not null,
    added_at timestamptz not null,
    delete_on date not null,
    primary key (activity_id, sheet_id),
    foreign key (activity_id, sheet_id) references entry_sheet (activity_id, id)
);
create index entry_proof_due on entry_proof (delete_on);

-- Minutes entered by hand (forms and paper) that an organization had confirmed in a week, never more than its quota.
create table entry_quota_used (
    organization_id bigint not null,
    week date not null check (extract(isodow from week) = 1),
    minutes integer not null check (minutes >= 0),
    limit_minutes integer not null,
    primary key (organization_id, week),
    check (minutes <= limit_minutes)
);

insert into rules_version (key, version, effective_from, value, note) values
    ('entry.manual', 1, '2026-01-01',
     '{"withinDays": 10, "publishedMinutesBefore": 120, "toleranceMinutes": 15, "secondHoldsRoleDays": 7,
       "expiresDays": 14, "mostPeople": 50}',
     'Manual entry: within 10 days after the shift, for activities published at least 2 hours before it began; the second person has held the role for 7 days; what nobody finishes lapses after 14 days'),
    ('entry.waiting', 1, '2026-01-01', '{"days": 7, "strangerDays": 14}',
     'Days that entered time waits in public before it counts; longer for people who were neither signed up nor members'),
    ('entry.quota', 1, '2026-01-01',
     '{"shareBasisPoints": 500, "weeksPart": 12, "weekFloorMinutes": 480, "yearFloorMinutes": 2400, "fewestSamples": 5,
       "honesty": [{"fromPercent": 98, "keepPercent": 100}, {"fromPercent": 95, "keepPercent": 60},
                   {"fromPercent": 90, "keepPercent": 20}, {"fromPercent": 0, "keepPercent": 0}]}',
     'At most 5 % of what was checked in during the last 12 months, a twelfth of that in one week, with a small floor for new teams; less when spot checks found wrong hours'),
    ('entry.makeup', 1, '2026-01-01',
     '{"withinDays": 30, "mostMegabytes": 10, "mostPages": 20, "longestSide": 2400, "keepDays": 1095}',
     'Makeup: within 30 days after the shift, with a scanned proof of at most 10 MB, kept for 3 years');
