-- A certificate that lists a training or commendation becomes void with it, as with its records.
alter table certificate_issued add column entry_ids bigint[] not null default '{}';
comment on column certificate_issued.entry_ids is 'entries of the other groups that it lists';
alter table certificate_void
    add column entry_id bigint,
    drop constraint certificate_void_cause_check,
    add constraint certificate_void_cause_check check (cause in ('RECORD', 'OWNER', 'ENTRY')),
    add constraint certificate_void_entry check ((cause = 'ENTRY') = (entry_id is not null));
