-- Whether whoever decided has seen the document: only such a decision says for later cases whose records they are.
alter table objection_case
    add column document_seen boolean not null default false;

-- changes data: until now "void" alone was decided with the document in the hand, so only of those it is known.
update objection_case set document_seen = true
    where kind = 'NOT_ME' and outcome = 'VOID' and state in ('ANNOUNCED', 'DECIDED');

-- What is announced but not carried out can be late too.
drop index objection_case_waiting;
create index objection_case_waiting on objection_case (due_on) where state in ('OPEN', 'ESCALATED', 'ANNOUNCED');
