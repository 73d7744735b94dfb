-- A passport proves its records against the log as it was: once one of them ceases to count, it holds no longer.
alter table exchange_passport add column outdated_at timestamptz;
comment on column exchange_passport.outdated_at is 'since when a record in it no longer counts or was replaced; null while all is as written';
