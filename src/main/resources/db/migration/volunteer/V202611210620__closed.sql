-- Who closed the account, with the number by which that person may still ask for the data or come back.
create table volunteer_closed (
    volunteer_id bigint primary key,
    mobile_digest bytea not null,
    mobile_sealed bytea not null,
    closed_at timestamptz not null
);
create index volunteer_closed_for on volunteer_closed (mobile_digest);
