-- Stars of teams: yearly ratings, run by an office for its region, proposed, decided, put on notice, published.

-- A run: all teams of a region for one calendar year.
create table teamstar_run (
    run_id bigint primary key,
    year integer not null,
    region_code text not null,
    scheme_version integer not null,
    state text not null check (state in ('COUNTING', 'OPEN', 'NOTICE', 'PUBLISHED')),
    figures_until date not null,
    teams integer not null check (teams > 0),
    done integer not null default 0,
    started_by bigint not null,
    started_at timestamptz not null,
    counted_at timestamptz,
    speak_until date,
    notice_until date,
    announced_by bigint,
    announced_at timestamptz,
    published_at timestamptz,
    unique (year, region_code),
    constraint teamstar_run_done check (done between 0 and teams),
    constraint teamstar_run_open check (state = 'COUNTING' or speak_until is not null),
    constraint teamstar_run_noticed check ((state in ('NOTICE', 'PUBLISHED')) = (notice_until is not null)),
    constraint teamstar_run_published check ((state = 'PUBLISHED') = (published_at is not null))
);
create index teamstar_run_busy on teamstar_run (run_id) where state in ('COUNTING', 'NOTICE');

-- A team's rating of a year, once for each year whoever runs it. The figures are kept as they were counted.
create table teamstar_rating (
    organization_id bigint not null,
    year integer not null,
    run_id bigint not null references teamstar_run,
    name text not null,
    region_code text not null,
    state text not null check (state in ('WAITING', 'PROPOSED', 'RAISE', 'CONFIRMED', 'SET_ASIDE')),
    figures jsonb,
    computed_stars smallint check (computed_stars between 0 and 5),
    total_per_mille integer,
    has_obstacle boolean,
    stars smallint check (stars between 1 and 5),
    raise_to smallint check (raise_to between 1 and 5),
    raise_by bigint,
    decided_by bigint,
    second_by bigint,
    question text,
    asked_by bigint,
    answered boolean,
    primary key (organization_id, year),
    constraint teamstar_rating_counted check ((state = 'WAITING') = (figures is null)),
    constraint teamstar_rating_confirmed check ((state = 'CONFIRMED') = (stars is not null)),
    constraint teamstar_rating_raise check ((state = 'RAISE') = (raise_to is not null and raise_by is not null)),
    -- More than computed only by two people, and never over a minimum condition.
    constraint teamstar_rating_by_two check (
        stars is null or stars <= computed_stars or (second_by is not null and second_by <> decided_by and not has_obstacle)),
    constraint teamstar_rating_raised check (raise_to is null or (raise_to > computed_stars and not has_obstacle)),
    constraint teamstar_rating_question check ((question is null) = (asked_by is null) and (question is null) = (answered is null))
);
create index teamstar_rating_of_run on teamstar_rating (run_id, state);

-- Everything that happened to a rating.
create table teamstar_step (
    organization_id bigint not null,
    year integer not null,
    step_no integer not null,
    what text not null check (what in ('COUNTED', 'ASKED', 'CONFIRMED', 'SET_ASIDE', 'RAISE_ASKED', 'RAISED',
        'RAISE_REFUSED', 'PUBLISHED')),
    stars smallint,
    words text,
    account_id bigint not null,
    at timestamptz not null,
    primary key (organization_id, year, step_no)
);

create function teamstar_refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'a step of a rating is never changed';
end $$;
create trigger teamstar_step_kept before update or delete on teamstar_step
    for each row execute function teamstar_refuse_change();

-- What is published of a year stays as it is.
create function teamstar_refuse_published() returns trigger language plpgsql as $$
begin
    if exists (select 1 from teamstar_run r where r.run_id = old.run_id and r.state = 'PUBLISHED') then
        raise exception 'a published rating is never changed';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger teamstar_rating_kept before update or delete on teamstar_rating
    for each row execute function teamstar_refuse_published();

insert into rules_version (key, version, effective_from, value, note) values
    ('teamstar.scheme', 1, '2026-01-01',
     '{"teamTypes": ["1", "2"], "minActivities": 4, "activeDays": 1, "newcomerDays": 60, "honourPerMille": 500,
       "casePerMille": 100, "speakDays": 10, "noticeDays": 7,
       "parts": {
         "ACTIVITIES": {"weight": 150, "steps": [{"from": 4, "points": 200}, {"from": 6, "points": 500}, {"from": 9, "points": 800}, {"from": 12, "points": 1000}]},
         "HOURS": {"weight": 150, "steps": [{"from": 120, "points": 200}, {"from": 240, "points": 400}, {"from": 480, "points": 600}, {"from": 960, "points": 850}, {"from": 1440, "points": 1000}]},
         "GRADES": {"weight": 150, "steps": [{"from": 500, "points": 300}, {"from": 700, "points": 600}, {"from": 850, "points": 800}, {"from": 950, "points": 1000}]},
         "VOICES": {"weight": 150, "steps": [{"from": 600, "points": 300}, {"from": 750, "points": 600}, {"from": 850, "points": 800}, {"from": 920, "points": 1000}]},
         "CHECKS": {"weight": 50, "steps": [{"from": 800, "points": 300}, {"from": 900, "points": 600}, {"from": 970, "points": 1000}]},
         "STAYED": {"weight": 150, "steps": [{"from": 200, "points": 300}, {"from": 350, "points": 600}, {"from": 500, "points": 800}, {"from": 650, "points": 1000}]},
         "CAME_AGAIN": {"weight": 100, "steps": [{"from": 150, "points": 300}, {"from": 250, "points": 600}, {"from": 400, "points": 800}, {"from": 500, "points": 1000}]},
         "IN_TIME": {"weight": 100, "steps": [{"from": 600, "points": 300}, {"from": 800, "points": 600}, {"from": 950, "points": 1000}]}
       },
       "levels": [
         {"total": 300, "quality": 0, "measured": 1}, {"total": 450, "quality": 300, "measured": 2},
         {"total": 600, "quality": 500, "measured": 2}, {"total": 750, "quality": 650, "measured": 3},
         {"total": 880, "quality": 800, "measured": 4}
       ]}',
     'Yearly, from activities, hours for each active person, quality, people who stay and time kept (domain H2; weights are defaults)');
