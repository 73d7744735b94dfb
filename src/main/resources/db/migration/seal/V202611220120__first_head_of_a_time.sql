-- The first head since a moment is the chance by which samples are drawn.
create index seal_head_at on seal_head (at, size);
