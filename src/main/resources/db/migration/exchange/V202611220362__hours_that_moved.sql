-- Hours that moved to another platform are certified there, until a passport from there brings them back.
alter table exchange_departure
    add column record_ids bigint[],
    add column returned_at timestamptz;
comment on column exchange_departure.record_ids is 'records that counted when the person moved; null for moves from before they were noted';
comment on column exchange_departure.returned_at is 'since when the hours are certified here again; back_at is only when the person said to be back';
