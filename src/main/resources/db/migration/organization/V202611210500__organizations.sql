-- Bodies and teams. Small reference tables: on a cluster they are copied to every node.

-- Units that host teams (文明单位, 物业公司, 学校 …): entities of their own, shared by the teams built on them.
create table organization_unit (
    id bigint primary key,
    name text not null check (btrim(name) <> ''),
    kind text not null,
    credit_code text unique check (credit_code ~ '^[0-9A-HJ-NP-RTUWXY]{18}$'),
    region_code text not null check (region_code ~ '^[0-9]{2,18}$'),
    created_by bigint not null,
    created_at timestamptz not null,
    unique (region_code, name)
);

-- One row per body or team: what it says of itself, where it stands now, and all that lies above it.
create table organization (
    id bigint primary key,
    name text not null check (btrim(name) <> ''),
    region_code text not null check (region_code ~ '^[0-9]{2,18}$'),
    team_type text not null,
    legal_form text,
    unit_kind text,
    credit_code text check (credit_code ~ '^[0-9A-HJ-NP-RTUWXY]{18}$'),
    filed_with text check (filed_with in ('COMMUNITY', 'UNIT')),
    unit_id bigint references organization_unit,
    kinds text[] not null,
    categories text[] not null,
    party_organization boolean not null,
    party_branch text,
    introduction text not null,
    founded_on date,
    planned_size int check (planned_size > 0),
    contact_name text not null,
    contact_phone bytea not null, -- sealed
    contact_public boolean not null,
    join_policy smallint not null check (join_policy between 1 and 4),
    pass_code text check (char_length(pass_code) between 1 and 6),
    state text not null check (state in ('WAITING', 'RETURNED', 'WITHDRAWN', 'ACTIVE', 'EXPIRED', 'STOPPED')),
    filed_until date, -- last day of the filing in force; null where none is needed
    renewal_asked_at timestamptz,
    ancestors bigint[] not null, -- over both trees, from the roots down to itself
    search_text text not null,
    search_grams text[] not null,
    applicant_account_id bigint not null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    constraint organization_categories check (cardinality(categories) between 1 and 4),
    constraint organization_filed check ((team_type = '1') = (filed_with is not null)),
    constraint organization_filed_until check (team_type <> '1' or state not in ('ACTIVE', 'EXPIRED') or filed_until is not null),
    constraint organization_pass_code check ((join_policy = 4) = (pass_code is not null)),
    constraint organization_branch check (party_organization or party_branch is null),
    constraint organization_itself check (ancestors @> array [id])
);
create unique index organization_name on organization (region_code, name) where state <> 'WITHDRAWN';
create unique index organization_credit_code on organization (credit_code) where state <> 'WITHDRAWN';
create index organization_region on organization (region_code text_pattern_ops);
create index organization_ancestors on organization using gin (ancestors);
create index organization_search on organization using gin (search_grams);
create index organization_unit_teams on organization (unit_id);
create index organization_applicant on organization (applicant_account_id);
create index organization_waiting on organization (changed_at) where state = 'WAITING' or renewal_asked_at is not null;
create index organization_filing_end on organization (filed_until) where team_type = '1' and state = 'ACTIVE';

-- Who stands above whom: at most one parent in each of the two trees, line (条) and area (块).
create table organization_parent (
    child_id bigint not null references organization,
    tree text not null check (tree in ('LINE', 'AREA')),
    parent_id bigint not null references organization,
    since timestamptz not null,
    primary key (child_id, tree),
    check (child_id <> parent_id)
);
create index organization_children on organization_parent (parent_id);

-- Every step in the life of an organization with who took it, when and why. Rows are only added.
create table organization_decision (
    organization_id bigint not null references organization,
    id bigint not null,
    kind text not null check (kind in ('APPLIED', 'CORRECTED', 'WITHDRAWN', 'APPROVED', 'RETURNED', 'STOPPED', 'RESTARTED',
                                       'RENEWAL_ASKED', 'RENEWED', 'RENEWAL_REFUSED', 'EXPIRED', 'PLACED')),
    account_id bigint not null, -- 0: the program
    reason text,
    at timestamptz not null,
    primary key (organization_id, id)
);

-- Filings (备案) of groups without legal form: who let them act, where, from when to when.
create table organization_filing (
    organization_id bigint not null references organization,
    id bigint not null,
    unit_id bigint references organization_unit, -- null: filed with the community of the area
    area_code text not null check (area_code ~ '^[0-9]{2,18}$'),
    valid_from date not null,
    valid_to date not null, -- last day
    warned_days int, -- how many days before the end the last warning went out
    account_id bigint not null,
    at timestamptz not null,
    primary key (organization_id, id),
    check (valid_from <= valid_to),
    constraint organization_filing_once exclude using gist
        (organization_id with =, daterange(valid_from, valid_to, '[]') with &&)
);

-- Memberships, one row per spell: asking or being invited, being a member, having left.
create table organization_member (
    account_id bigint not null,
    id bigint not null,
    organization_id bigint not null references organization,
    state text not null check (state in ('ASKED', 'INVITED', 'MEMBER', 'REFUSED', 'DECLINED', 'LEFT', 'REMOVED')),
    how text not null check (how in ('FOUNDED', 'REVIEWED', 'DIRECT', 'PASS_CODE', 'INVITED')),
    message text,
    asked_at timestamptz not null,
    joined_at timestamptz,
    ended_at timestamptz,
    decided_by bigint,
    reason text,
    primary key (account_id, id)
);
create unique index organization_member_live on organization_member (account_id, organization_id)
    where state in ('ASKED', 'INVITED', 'MEMBER');
create index organization_members on organization_member (organization_id, state);

-- Posts as dated history: how the person came to it, from when to when. Not begun: offered, waits for the person.
create table organization_post (
    organization_id bigint not null references organization,
    id bigint not null,
    post text not null check (post in ('ADMINISTRATOR', 'CAPTAIN', 'LIAISON')),
    account_id bigint not null,
    how text not null check (how in ('FOUNDED', 'ELECTED', 'APPOINTED')),
    chosen_on date not null,
    record text,
    given_by bigint not null,
    given_at timestamptz not null,
    begun_at timestamptz,
    ended_at timestamptz,
    ended_by bigint,
    end_reason text,
    primary key (organization_id, id)
);
create unique index organization_post_live on organization_post (organization_id, post, account_id) where ended_at is null;
create unique index organization_captain on organization_post (organization_id)
    where post = 'CAPTAIN' and begun_at is not null and ended_at is null;
create index organization_post_holder on organization_post (account_id) where ended_at is null;

-- Who accepted which version of the honesty agreement.
create table organization_honesty (
    account_id bigint not null,
    version int not null,
    accepted_at timestamptz not null,
    primary key (account_id, version)
);

-- Wrong pass-codes per person, team and day: a code of six characters must not be guessed.
create table organization_pass_try (
    account_id bigint not null,
    organization_id bigint not null references organization,
    day date not null,
    tries int not null,
    primary key (account_id, organization_id, day)
);

create function organization_refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are only added', tg_table_name;
end $$;
create trigger organization_decision_kept before update or delete on organization_decision
    for each row execute function organization_refuse_change();
create trigger organization_honesty_kept before update or delete on organization_honesty
    for each row execute function organization_refuse_change();
