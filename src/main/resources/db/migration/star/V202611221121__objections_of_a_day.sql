-- Nobody objects without end: how often an account did within a day.
create index star_step_objections on star_step (account_id, at) where deed = 'OBJECTED';
