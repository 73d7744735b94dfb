-- A certificate that lists a training or commendation becomes void with it, as with its records: so it names them.
alter table certificate_issued add column entry_ids bigint[] not null default '{}';
comment on column certificate_issued.entry_ids is 'entries of the other groups that it lists';
