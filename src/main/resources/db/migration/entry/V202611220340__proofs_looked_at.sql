-- Which proof it is, so that nobody confirms another one than was seen: SHA-256 of the file in hexadecimal; null for those
-- that came before, which are told by their sealed bytes.
alter table entry_proof add column sha256 text;

-- Who has looked at which proof: whoever confirms or approves has looked at the very one that is there.
create table entry_proof_look (
    activity_id bigint not null,
    sheet_id bigint not null,
    account_id bigint not null,
    sha256 text not null,
    looked_at timestamptz not null,
    primary key (activity_id, sheet_id, account_id, sha256)
);
