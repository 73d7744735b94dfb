-- Stars of volunteers (record measures 2012; domain H1).

-- Applications and nominations. At most one of a person is open at a time.
create table star_application (
    id bigint primary key,
    volunteer_id bigint not null,
    star integer not null check (star between 1 and 9),
    path text not null check (path in ('APPLICATION', 'NOMINATION')),
    state text not null
        check (state in ('NOMINATED', 'REVIEW', 'NOTICE', 'GRANTED', 'REFUSED', 'WITHDRAWN', 'DECLINED')),
    -- the level at which it waits, null unless it is reviewed; kept in notice, for an objection
    level text check (level in ('TEAM', 'COMMUNITY', 'STREET', 'DISTRICT', 'CITY')),
    team_id bigint,
    team_ancestors bigint[] not null,
    region_code text not null,
    statement text not null,
    filed_by bigint not null,
    filed_at timestamptz not null,
    -- the evaluation that it was last decided by
    scheme_version integer not null,
    cut_off date not null,
    credit_minutes bigint not null,
    honour_minutes bigint not null,
    objected boolean not null default false,
    notice_until timestamptz,
    closed_at timestamptz,
    check ((state = 'NOTICE') <= (notice_until is not null)),
    check ((state = 'REVIEW') <= (level is not null)),
    check ((state in ('NOMINATED', 'REVIEW', 'NOTICE')) = (closed_at is null))
);
create unique index star_application_one_open on star_application (volunteer_id)
    where state in ('NOMINATED', 'REVIEW', 'NOTICE');
create index star_application_of_person on star_application (volunteer_id, filed_at desc);
create index star_application_waiting on star_application (level, region_code text_pattern_ops) where state = 'REVIEW';
create index star_application_of_team on star_application using gin (team_ancestors) where state = 'REVIEW';
create index star_application_notice on star_application (notice_until) where state = 'NOTICE';

-- What happened to an application: who did what when, at which level and why, by which version of the scheme.
create table star_step (
    application_id bigint not null references star_application,
    step_no integer not null,
    deed text not null,
    level text,
    at timestamptz not null,
    account_id bigint not null,
    why text not null,
    scheme_version integer not null,
    primary key (application_id, step_no)
);

-- Stars. A star never changes: it keeps the version and the minutes by which it was granted. It can be taken back, once.
create table star_award (
    id bigint primary key,
    volunteer_id bigint not null,
    star integer not null,
    application_id bigint not null unique references star_application,
    region_code text not null,
    granted_at timestamptz not null,
    scheme_version integer not null,
    cut_off date not null,
    credit_minutes bigint not null,
    honour_minutes bigint not null,
    honour_counted_minutes bigint not null,
    decided_by bigint[] not null,
    -- the office's mark: later corrections left less than the threshold; it changes nothing by itself
    below_since timestamptz,
    taken_back_at timestamptz
);
create unique index star_award_once on star_award (volunteer_id, star) where taken_back_at is null;
create index star_award_latest on star_award (granted_at desc, id desc) where taken_back_at is null;
create index star_award_below on star_award (region_code text_pattern_ops)
    where below_since is not null and taken_back_at is null;

create function star_stays() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.taken_back_at is not null
        or (to_jsonb(new) - 'below_since' - 'taken_back_at') <> (to_jsonb(old) - 'below_since' - 'taken_back_at') then
        raise exception 'stars never change' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
create trigger star_award_stays before update or delete on star_award for each row execute function star_stays();

create function star_step_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'steps of applications are append-only' using errcode = 'integrity_constraint_violation';
end $$;
create trigger star_step_append_only before update or delete on star_step
    for each row execute function star_step_is_append_only();

-- Announcements that a star is to be taken back: told first, with time to object, confirmed by a second person.
create table star_taking_back (
    id bigint primary key,
    award_id bigint not null references star_award,
    announced_by bigint not null,
    announced_at timestamptz not null,
    reason text not null,
    evidence text not null,
    rule_version integer not null,
    object_until date not null,
    objection text,
    objected_at timestamptz,
    outcome text check (outcome in ('TAKEN_BACK', 'KEPT')),
    decided_by bigint,
    decided_at timestamptz,
    answer text,
    check ((outcome is null) = (decided_at is null)),
    check ((outcome is null) = (decided_by is null)),
    check (decided_by <> announced_by)
);
create unique index star_taking_back_one_open on star_taking_back (award_id) where outcome is null;

-- Holders of stars about whose records something changed, to be held against the thresholds again.
create table star_due (
    volunteer_id bigint primary key
);

-- Who wants the own name in full in the published list; everybody else stands there masked.
create table star_name_shown (
    volunteer_id bigint primary key,
    since timestamptz not null
);

insert into rules_version (key, version, effective_from, value, note) values
    ('star.scheme', 1, '2026-01-01',
     '{"stars": [
        {"star": 1, "hours": 100, "levels": ["TEAM", "COMMUNITY"]},
        {"star": 2, "hours": 300, "levels": ["TEAM", "COMMUNITY"]},
        {"star": 3, "hours": 600, "levels": ["TEAM", "COMMUNITY", "DISTRICT"]},
        {"star": 4, "hours": 1000, "levels": ["TEAM", "COMMUNITY", "DISTRICT"]},
        {"star": 5, "hours": 1500, "levels": ["TEAM", "DISTRICT", "CITY"]}],
       "honourPercent": 50, "excludedGrades": [], "paths": ["APPLICATION", "NOMINATION"],
       "cutOff": "DAY", "noticeDays": 7, "waitDays": 30, "objectWorkingDays": 10}',
     'Thresholds of the record measures of 2012; team, community, district; honour time fills at most half of a threshold');
