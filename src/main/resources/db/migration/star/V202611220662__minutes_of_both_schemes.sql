-- A scheme that leaves out trust grades counts other minutes than the one that holds: both are kept.
alter table star_rehearsal_line
    add column credit_minutes_then bigint not null,
    add column honour_minutes_then bigint not null;
create index star_rehearsal_line_region on star_rehearsal_line (rehearsal_id, region_code text_pattern_ops);
