-- The trail says in which capacity somebody acted as it was then, not as it is today: PROGRAM, SELF, GUARDIAN, STAFF or a role,
-- and the name of the body or area. Null in older steps: there today's grants answer. counts_on: when the record begins
-- to count by this step, so that a later correction never waits less than its origin asked.
alter table record_step
    add column actor_as text,
    add column actor_body text,
    add column counts_on timestamptz;
