-- Where a record comes from, and what it was made of there: the same source never makes two records of one person. Null
-- in entries from before, which all rest on attendance; their sealed text names no origin.
alter table record_entry
    add column origin text check (origin in ('ATTENDANCE', 'MANUAL', 'MAKEUP', 'PAPER', 'TRANSFER')),
    add column source_id bigint,
    add constraint record_entry_one_per_source unique (volunteer_id, origin, source_id);
