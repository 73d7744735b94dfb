-- Before anything is published the program looks again at who is to be awarded. What it finds waits for the office like an
-- objection; nobody is taken out by it.
alter table honour_objection add column found boolean not null default false;
comment on column honour_objection.found is 'the program found it: words is a message key, and nobody has the receipt';
