-- A decision that takes hours away is told to the volunteer first and carried out some days later (domain F14). While it is
-- announced, the volunteer may agree, answer, or take it further once; the office may decide anew.
alter table objection_case
    add column announced_from timestamptz,
    add column announced_to timestamptz,
    add column announced_why text,
    add column announced_by bigint,
    add column carry_out_at timestamptz,
    add column contested boolean not null default false,
    drop constraint objection_case_state_check,
    drop constraint objection_case_check3,
    drop constraint objection_case_check5,
    add constraint objection_case_state_check
        check (state in ('OPEN', 'ANSWERED', 'ESCALATED', 'ANNOUNCED', 'DECIDED')),
    add constraint objection_case_outcome_known
        check ((state in ('ANSWERED', 'ANNOUNCED', 'DECIDED')) = (outcome is not null)),
    add constraint objection_case_office_decides check (state not in ('ESCALATED', 'ANNOUNCED') or with_office),
    add constraint objection_case_announced check ((state = 'ANNOUNCED') = (carry_out_at is not null)),
    add constraint objection_case_announced_why
        check (carry_out_at is null or (announced_why is not null and announced_by is not null));

drop index objection_one_about_a_record;
create unique index objection_one_about_a_record on objection_case (volunteer_id, record_id)
    where kind = 'OBJECTION' and state in ('OPEN', 'ESCALATED', 'ANNOUNCED');
drop index objection_one_about_a_document;
create unique index objection_one_about_a_document on objection_case (document_digest)
    where kind = 'NOT_ME' and state in ('OPEN', 'ESCALATED', 'ANNOUNCED');
create index objection_case_announced_due on objection_case (carry_out_at) where state = 'ANNOUNCED';
