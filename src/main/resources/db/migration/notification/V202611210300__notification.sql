-- What people were told: key and arguments, written out in the reader's language when read.
create table notification_inbox (
    account_id bigint not null,
    id bigint not null,
    key text not null,
    args text[] not null,
    link text not null check (link ~ '^/([^/\\]|$)'),
    urgent boolean not null,
    at timestamptz not null,
    read_at timestamptz,
    primary key (account_id, id)
);
create index notification_inbox_unread on notification_inbox (account_id) where read_at is null;

-- Which kinds of urgent notice a person does not want as a text message. No row: wanted.
create table notification_preference (
    account_id bigint not null,
    kind text not null,
    sms boolean not null,
    primary key (account_id, kind)
);

-- Text messages: queued in the transaction that causes them, delivered after its commit. A queue, not an archive: the
-- arguments (codes, names) are sealed and wiped once sent, rows are deleted after 30 days.
create table notification_sms (
    id bigint primary key,
    account_id bigint,
    sealed_number bytea not null,
    number_digest bytea not null,
    key text not null,
    sealed_args bytea,
    state text not null default 'queued' check (state in ('queued', 'sent', 'failed')),
    attempts int not null default 0,
    queued_at timestamptz not null,
    next_at timestamptz not null,
    done_at timestamptz,
    check (state = 'queued' or done_at is not null),
    check (state <> 'queued' or sealed_args is not null)
);
create index notification_sms_due on notification_sms (next_at) where state = 'queued';
create index notification_sms_queued on notification_sms (queued_at);
create index notification_sms_number on notification_sms (number_digest, id);

-- The log of deliveries: every attempt with what came of it. Append-only until the message is deleted.
create table notification_sms_attempt (
    sms_id bigint not null references notification_sms on delete cascade,
    attempt int not null,
    at timestamptz not null,
    outcome text not null check (outcome in ('sent', 'retry', 'refused')),
    detail text not null,
    primary key (sms_id, attempt)
);
