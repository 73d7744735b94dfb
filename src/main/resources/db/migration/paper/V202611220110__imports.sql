-- Imports of records from files and sheets (domain F2; MZ/T 067: other systems and paper by the unified data standard).

-- One file, or the lines typed from the sheets of one activity: who brought it, who confirmed it, and how far it is. The
-- row moves in the same transaction as the records of a batch, so that a restart goes on at the line where it was.
create table paper_import (
    id bigint primary key,
    organization_id bigint not null,
    organization_ancestors bigint[] not null,
    region_code text not null,
    kind text not null check (kind in ('FILE', 'SHEET')),
    activity_id bigint,
    file_name text not null,
    file_format text not null check (file_format in ('XLSX', 'CSV')),
    file_hash bytea not null,
    state text not null check (state in ('OPEN', 'WAITING', 'RUNNING', 'DONE', 'TURNED_DOWN', 'WITHDRAWN')),
    made_by bigint not null,
    made_at timestamptz not null,
    decided_by bigint,
    decided_at timestamptz,
    decided_why text,
    finished_at timestamptz,
    lines integer not null default 0,
    next_line integer not null default 0,
    taken integer not null default 0,
    known integer not null default 0,
    held integer not null default 0,
    refused integer not null default 0,
    minutes bigint not null default 0,
    check (kind = 'FILE' or activity_id is not null),
    check (state in ('OPEN', 'WAITING', 'WITHDRAWN') or decided_by is not null),
    check (decided_by <> made_by or state = 'WITHDRAWN'),
    check (taken + known + refused <= lines and held <= taken)
);
create index paper_import_of_organization on paper_import using gin (organization_ancestors);
create index paper_import_to_run on paper_import (decided_at) where state = 'RUNNING';
create unique index paper_import_one_open on paper_import (activity_id, made_by) where state = 'OPEN';

-- The lines, as long as they are needed: what was written, whom it names, what is wrong with it. A number of an identity
-- document is kept only while nobody is found for it, and sealed. READY lines before next_line of the import are taken.
create table paper_line (
    import_id bigint not null,
    line_no integer not null,
    state text not null check (state in ('READY', 'KNOWN', 'REFUSED')),
    activity_text text not null,
    title text not null,
    name text not null,
    number text not null,
    document_sealed bytea,
    day_text text not null,
    came_text text not null,
    left_text text not null,
    activity_id bigint,
    volunteer_id bigint,
    came_at timestamptz,
    left_at timestamptz,
    problem text,
    problem_args text[],
    primary key (import_id, line_no),
    check ((state = 'REFUSED') = (problem is not null)),
    check (state = 'REFUSED' or (activity_id is not null and volunteer_id is not null and left_at > came_at))
);
create index paper_line_refused on paper_line (import_id, line_no) where state = 'REFUSED';

insert into rules_version (key, version, effective_from, value, note) values
    ('paper.import', 1, '2026-01-01',
     '{"mostLines": 200000, "daysAfter": 30, "keepLinesDays": 30, "blankLines": 5}',
     'Records from paper and files: lines in a file, days after the activity within which they may come (later is a makeup), days the lines are kept, blank lines on a sheet');
