-- Points for service (ADR 0019): what each record comes to by the formula of its day, and the lines that were posted for it. How many
-- somebody has stands in the ledger alone.

-- The two accounts of a person in the book of points: what there is, and what is still to be set off.
create table points_holder (
    volunteer_id bigint primary key,
    account_id bigint not null,
    owed_account_id bigint not null
);

-- What a record comes to, with all that it was computed from, as it was when last looked at. Its first version of the formula and the day
-- from which its points last are kept for good, and handed on to the record that corrects it.
create table points_record (
    volunteer_id bigint not null,
    record_id bigint not null,
    activity_id bigint not null,
    title text not null,
    service_date date not null,
    category text not null,
    time_kind text not null,
    service_minutes integer not null,
    formula_version integer not null,
    counts_since date not null,
    counts boolean not null,
    full_points bigint not null check (full_points >= 0),
    day_points bigint not null check (day_points between 0 and full_points),
    quality text,
    grade text,
    primary key (volunteer_id, record_id)
);
comment on column points_record.full_points is 'for the time, before the most of a day';
comment on column points_record.day_points is 'of these, what the day had room for';
create index points_record_of_day on points_record (volunteer_id, service_date);
create index points_record_of_activity on points_record (volunteer_id, activity_id);

-- What was posted for a record: for its time, for what the team said, for how well it is borne out. A line is never changed; it is taken
-- back as a whole, once, and what counts instead is a line of its own.
create table points_line (
    volunteer_id bigint not null,
    record_id bigint not null,
    part text not null check (part in ('TIME', 'ATTITUDE', 'QUALITY')),
    line_no integer not null check (line_no >= 1),
    amount bigint not null check (amount > 0),
    percent integer,
    basis text,
    formula_version integer not null,
    last_day date,
    posted_at timestamptz not null,
    transfer_id bigint not null,
    taken_back_at timestamptz,
    taken_back_by bigint,
    why text,
    primary key (volunteer_id, record_id, part, line_no),
    foreign key (volunteer_id, record_id) references points_record (volunteer_id, record_id),
    check ((taken_back_at is null) = (why is null)),
    check (taken_back_by is null or taken_back_at is not null)
);
comment on column points_line.transfer_id is 'of the ledger';
comment on column points_line.taken_back_by is 'transfer of the ledger; none if everything had expired before';
create unique index points_line_stands on points_line (volunteer_id, record_id, part) where taken_back_at is null;
create index points_line_of_transfer on points_line (volunteer_id, transfer_id);
create index points_line_taken_back_by on points_line (volunteer_id, taken_back_by) where taken_back_by is not null;

-- Of whom something was learned that points depend on; written with what was learned, taken off with what was posted.
create table points_due (
    due_id bigint generated always as identity primary key,
    volunteer_id bigint not null,
    record_id bigint,
    activity_id bigint,
    check (num_nonnulls(record_id, activity_id) = 1)
);
create index points_due_of_person on points_due (volunteer_id, due_id);

-- Until when evaluations that came to be seen were looked at.
create table points_mark (
    is_one boolean primary key default true check (is_one),
    shown_until timestamptz not null
);

insert into rules_version (key, version, effective_from, value, note) values
    ('points.formula', 1, '2026-01-01',
     '{"pointsPerHour": 10, "creditPerMille": 1000, "honourPerMille": 500,
       "categories": [
         {"code": "03", "timesPerMille": 1200}, {"code": "04", "timesPerMille": 1200}, {"code": "05", "timesPerMille": 1200},
         {"code": "13", "timesPerMille": 1500}, {"code": "17", "timesPerMille": 1200}],
       "attitude": [{"code": "1", "percentMore": 20}, {"code": "2", "percentMore": 10}],
       "quality": [{"code": "A", "percentMore": 10}, {"code": "B", "percentMore": 5}],
       "capPerDay": 100, "expiryMonths": 36}',
     'Default of the platform: duration, attitude and quality (domain H3); three coefficients as in Hainan, three years as in Huangshan');
