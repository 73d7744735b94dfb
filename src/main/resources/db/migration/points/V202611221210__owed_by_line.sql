-- What of a line was owed when it was taken back: used up by then, and not there in any other way. If its record, or the one that
-- corrects it, counts after the last day of its points is over, this much of it is set off again and nothing comes back to life.
alter table points_line add column owed bigint not null default 0 check (owed between 0 and amount);
