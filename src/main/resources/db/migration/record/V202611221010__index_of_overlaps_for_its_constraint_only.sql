-- A statement that looks rows up in a GiST index again and again while it splits the only page of that index loses other
-- rows from it (PostgreSQL 15 to 18 at least: gistgettuple keeps what it found dead on the root and marks the same places of
-- the next page). Whatever is lost is found no more, and its time is free for others. So nothing but the constraint itself
-- goes by its index: no query asks for spans that are not empty.
alter table record_current
    drop constraint record_never_overlaps,
    add constraint record_never_overlaps exclude using gist (volunteer_id with =, live_span with &&)
        where (not isempty(live_span));
