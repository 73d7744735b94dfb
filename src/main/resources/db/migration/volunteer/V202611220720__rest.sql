-- When volunteers rest: from a moment until a day or until they come back. Nobody asks why. Old rests stay, for whoever
-- asks how long somebody has not served takes them out of the count.
create table volunteer_rest (
    volunteer_id bigint not null,
    since timestamptz not null,
    until_on date,
    ended_at timestamptz,
    primary key (volunteer_id, since),
    check (ended_at is null or ended_at >= since)
);
create unique index volunteer_rest_open on volunteer_rest (volunteer_id) where ended_at is null;
