-- Nothing but the constraint itself goes by its index (see record_never_overlaps).
alter table signup_commitment
    drop constraint signup_no_overlap,
    add constraint signup_no_overlap exclude using gist (volunteer_id with =, period with &&)
        where (held and not isempty(period));
