-- What somebody found is written down with the step: the time, and what shows it (domain F14: told with reason, rule and
-- evidence).
alter table objection_step
    add column served_from timestamptz,
    add column served_to timestamptz,
    add column evidence text,
    add constraint objection_step_served check ((served_from is null) = (served_to is null));

-- Whether whoever decided has seen the document: only such a decision says for later cases whose records they are. Until
-- now only "void" was decided with the document in the hand.
alter table objection_case
    add column document_seen boolean not null default false;
update objection_case set document_seen = true
    where kind = 'NOT_ME' and outcome = 'VOID' and state in ('ANNOUNCED', 'DECIDED');

-- What is announced but not carried out can be late too.
drop index objection_case_waiting;
create index objection_case_waiting on objection_case (due_on) where state in ('OPEN', 'ESCALATED', 'ANNOUNCED');
