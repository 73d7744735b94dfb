-- A note without a record and an activity is about all days of the person.
alter table points_due drop constraint points_due_check;
alter table points_due add constraint points_due_about check (num_nonnulls(record_id, activity_id) <= 1);

-- The very first time everybody is noted as due, some at a time: how far that has come. Empty before it, and when it is done.
create table points_first (
    is_one boolean primary key default true check (is_one),
    began_at timestamptz not null,
    after_volunteer bigint not null
);
