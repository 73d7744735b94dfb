-- Leaderboards of those who take part (domain F10). All but board_member follows from the records that count and from where
-- people are registered: written by the projector only, made anew by `rebuild boards` (ADR 0017).

-- Who takes part, by whose consent (PIPL art. 25, 31). Deleted when somebody leaves; nothing else of the person stays here.
create table board_member (
    volunteer_id bigint primary key,
    since timestamptz not null,
    consented_by bigint not null,
    -- A guardian speaks for a minor, and no longer than that: the day on which the person comes of age.
    ends_on date
);
create index board_member_ends on board_member (ends_on) where ends_on is not null;

-- Members about whom something changed; taken off by the projector. Several rows of one person are one visit: a row that is
-- only ever added is seen by the projector exactly when what it tells of is, and nobody waits for anybody.
create table board_dirty (
    volunteer_id bigint not null,
    id bigint not null,
    primary key (volunteer_id, id)
);

-- A board of one period and one facet, of all regions: facet is '' for all service, 'c:' and a category, 'o:' and the id of
-- an organization with all below it.
create table board (
    board_id bigint primary key,
    span text not null check (span in ('WEEK', 'MONTH', 'YEAR', 'ALL')),
    starts_on date not null,
    facet text not null,
    unique (span, starts_on, facet)
);

-- Credit minutes of a member on a board. No row is no time.
create table board_score (
    volunteer_id bigint not null,
    board_id bigint not null,
    minutes integer not null check (minutes > 0),
    region_code text collate "C" not null,
    primary key (volunteer_id, board_id)
);
-- The first of a town or street are the first of its stretch of this index; those of a district or of the city are among the
-- first of its towns.
create index board_score_of_town on board_score
    (board_id, left(region_code, 9), minutes desc, volunteer_id) include (region_code);

-- How many have how much, on each board, in each region and all above it: what a rank is counted from.
create table board_tally (
    board_id bigint not null,
    region_code text collate "C" not null,
    minutes integer not null,
    people integer not null check (people > 0),
    primary key (board_id, region_code, minutes)
);

-- How many there are in a region, and a number that is new whenever anything about them on this board changed: what a node
-- holds in memory is good as long as the number is.
create table board_head (
    board_id bigint not null,
    region_code text collate "C" not null,
    people integer not null check (people > 0),
    revision bigint not null,
    primary key (board_id, region_code)
) with (fillfactor = 70);
create sequence board_revision;
