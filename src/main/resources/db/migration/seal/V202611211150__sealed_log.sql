-- The sealed log: a Merkle tree (RFC 9162) over what other modules write into it, in tiles of 256 hashes, and the signed
-- heads of the tree. What the leaves stand for is known to whoever appended them.

-- One row, made with the first leaf: how many leaves there are. Its lock is the order of all nodes.
create table seal_log (
    id smallint primary key default 1 check (id = 1),
    size bigint not null check (size >= 0)
);

-- Level 0 holds the hashes of leaves, level n the roots of full tiles of level n - 1. Only the last tile of a level grows.
create table seal_tile (
    level smallint not null,
    index bigint not null,
    hashes bytea not null check (length(hashes) between 32 and 8192 and length(hashes) % 32 = 0),
    primary key (level, index)
);

-- Public keys with which heads were signed; the private ones are never in the database.
create table seal_key (
    key_id text primary key,
    algorithm text not null check (algorithm in ('SM2', 'ED25519')),
    public_key bytea not null,
    since timestamptz not null
);
comment on column seal_key.key_id is 'first 8 bytes of the SHA-256 of the public key, in hexadecimal';

-- Signed heads: this many leaves, this root, at this time. Published, so never changed.
create table seal_head (
    size bigint primary key,
    root bytea not null check (length(root) = 32),
    at timestamptz not null,
    origin text not null,
    key_id text not null references seal_key (key_id),
    signature bytea not null
);

create function seal_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'published heads are never changed' using errcode = 'integrity_constraint_violation';
end $$;
create trigger seal_head_append_only before update or delete on seal_head
    for each row execute function seal_is_append_only();
