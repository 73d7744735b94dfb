-- Rehearsals of schemes: what a scheme that nobody has adopted yet would mean. They decide nothing.
create table star_rehearsal (
    id bigint primary key,
    made_by bigint not null,
    made_at timestamptz not null,
    scheme jsonb not null,
    against_version integer not null,
    from_day date not null,
    up_to date not null check (up_to >= from_day),
    state text not null check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED')),
    tries integer not null default 0,
    total bigint not null default 0,
    done bigint not null default 0,
    gain bigint not null default 0,
    lose bigint not null default 0,
    started_at timestamptz,
    finished_at timestamptz,
    adopted_version integer
);
create index star_rehearsal_open on star_rehearsal (id) where state in ('WAITING', 'RUNNING');

-- How many people reach each star, and none (0), under the scheme that holds and under the one rehearsed.
create table star_rehearsal_count (
    rehearsal_id bigint not null references star_rehearsal,
    star integer not null,
    people_now bigint not null,
    people_then bigint not null,
    primary key (rehearsal_id, star)
);

-- Who would reach another star than now, and by what minutes.
create table star_rehearsal_line (
    rehearsal_id bigint not null references star_rehearsal,
    volunteer_id bigint not null,
    region_code text not null,
    star_now integer not null,
    star_then integer not null,
    credit_minutes bigint not null,
    honour_minutes bigint not null,
    primary key (rehearsal_id, volunteer_id)
);
