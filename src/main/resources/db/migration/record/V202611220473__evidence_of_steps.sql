-- What shows that a long day was rightly refused, for the volunteer.
alter table record_step add column evidence text;
