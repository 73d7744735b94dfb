-- Nothing but the constraint itself goes by its index (see record_never_overlaps).
alter table organization_filing
    drop constraint organization_filing_once,
    add constraint organization_filing_once exclude using gist
        (organization_id with =, daterange(valid_from, valid_to, '[]') with &&)
        where (not isempty(daterange(valid_from, valid_to, '[]')));
