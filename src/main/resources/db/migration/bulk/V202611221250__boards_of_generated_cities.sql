-- Which share of the people takes part in boards.
alter table bulk_run add column boards double precision not null default 0 check (boards between 0 and 1);
