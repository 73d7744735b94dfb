-- A platform is trusted only after a second officer has compared its key too: one person alone could pin a key of their
-- own. trusted_by and trusted_at are who proposed it and when; what was trusted by one person waits for the second.
alter table exchange_issuer
    add column confirmed_by bigint,
    add column confirmed_at timestamptz,
    add check ((confirmed_by is null) = (confirmed_at is null)),
    add check (confirmed_by <> trusted_by);
comment on column exchange_issuer.confirmed_by is 'the second officer; null while the platform is only proposed';

-- Records that came in by a platform that is trusted no longer wait until the office has decided about each.
alter table exchange_claim add column doubted_at timestamptz;
comment on column exchange_claim.doubted_at is 'since when the office has to decide whether it stays; null if nobody doubts it';
create index exchange_claim_doubted on exchange_claim (volunteer_id, source_id) where doubted_at is not null;
