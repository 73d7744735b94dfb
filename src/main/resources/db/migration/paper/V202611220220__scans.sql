-- The scan of the signed sheets that an import rests on (domain F2), sealed: the second person looks at it before
-- confirming. Kept as long as the proofs of entry by hand.
create table paper_scan (
    import_id bigint primary key references paper_import (id),
    format text not null check (format in ('jpeg', 'pdf')),
    file_sealed bytea not null,
    size_bytes integer not null,
    added_by bigint not null,
    added_at timestamptz not null,
    delete_on date not null
);
create index paper_scan_due on paper_scan (delete_on);

-- How long after the shift lines may come is the same for forms and files, and stands in the rule of entry by hand.
insert into rules_version (key, version, effective_from, value, note) values
    ('paper.import', 2, '2026-01-01', '{"mostLines": 200000, "keepLinesDays": 30, "blankLines": 5}',
     'Records from paper and files: lines in a file, days the lines are kept, blank lines on a sheet; how long after the shift they may come stands in entry.manual');
