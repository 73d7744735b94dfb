-- Records that came in by a platform that is trusted no longer wait until the office has decided about each.
alter table exchange_claim add column doubted_at timestamptz;
comment on column exchange_claim.doubted_at is 'since when the office has to decide whether it stays; null if nobody doubts it';
create index exchange_claim_doubted on exchange_claim (volunteer_id, source_id) where doubted_at is not null;
