-- What of a line was owed when it was taken back: used up by then, and not there in any other way. If its record, or the one that
-- corrects it, counts after the last day of its points is over, this much of it is set off again and nothing comes back to life.
alter table points_line add column owed bigint not null default 0 check (owed between 0 and amount);

-- A note without a record and an activity is about all days of the person.
alter table points_due drop constraint points_due_check;
alter table points_due add constraint points_due_about check (num_nonnulls(record_id, activity_id) <= 1);

-- The very first time everybody is noted as due, some at a time: how far that has come. Empty before it, and when it is done.
create table points_first (
    is_one boolean primary key default true check (is_one),
    began_at timestamptz not null,
    after_volunteer bigint not null
);
