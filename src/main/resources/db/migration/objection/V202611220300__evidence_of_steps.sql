-- What somebody found is written down with the step: the time, and what shows it (domain F14: told with reason, rule and
-- evidence).
alter table objection_step
    add column served_from timestamptz,
    add column served_to timestamptz,
    add column evidence text,
    add constraint objection_step_served check ((served_from is null) = (served_to is null));
