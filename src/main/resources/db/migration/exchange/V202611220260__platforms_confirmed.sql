-- A platform is trusted only after a second officer has compared its key too: one person alone could pin a key of their
-- own. trusted_by and trusted_at are who proposed it and when; what was trusted by one person waits for the second.
alter table exchange_issuer
    add column confirmed_by bigint,
    add column confirmed_at timestamptz,
    add check ((confirmed_by is null) = (confirmed_at is null)),
    add check (confirmed_by <> trusted_by);
comment on column exchange_issuer.confirmed_by is 'the second officer; null while the platform is only proposed';
