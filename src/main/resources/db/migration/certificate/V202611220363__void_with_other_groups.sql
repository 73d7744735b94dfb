-- Why a certificate is void: now also because a training or commendation that it lists is.
alter table certificate_void
    add column entry_id bigint,
    drop constraint certificate_void_cause_check,
    add constraint certificate_void_cause_check check (cause in ('RECORD', 'OWNER', 'ENTRY')),
    add constraint certificate_void_entry check ((cause = 'ENTRY') = (entry_id is not null));
