-- Keys of commands that a client may repeat, stored with the command's effect.
create table web_idempotency (
    key_digest bytea primary key,
    command text not null,
    answer jsonb,
    at timestamptz not null
);
create index web_idempotency_at on web_idempotency (at);
