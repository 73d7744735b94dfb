-- Which scan it is, so that nobody confirms another one than was seen: SHA-256 of the file in hexadecimal; null for those
-- that came before, which are told by their sealed bytes.
alter table paper_scan add column sha256 text;

-- Who has looked at which scan: whoever confirms has looked at the very one that is there.
create table paper_scan_look (
    import_id bigint not null references paper_import (id),
    account_id bigint not null,
    sha256 text not null,
    looked_at timestamptz not null,
    primary key (import_id, account_id, sha256)
);
