-- Words of thanks from people served, and when year letters went out (domain H13, M7, §5 no. 23).

-- What was written under the code of an activity, or told by phone. The name is kept only with the consent to show it to those
-- who served; what was taken back keeps neither words nor name.
create table letter_word (
    activity_id bigint not null,
    word_id bigint not null,
    organization_id bigint not null,
    organization_ancestors bigint[] not null,
    region_code text not null,
    words text check (char_length(words) between 1 and 200),
    first_name text check (char_length(first_name) between 1 and 20),
    may_hang boolean not null,
    origin text not null check (origin in ('WRITTEN', 'TOLD')),
    state text not null check (state in ('WAITING', 'DELIVERED', 'REFUSED', 'WITHDRAWN')),
    reason text check (reason in ('ABUSE', 'PERSONAL', 'ADVERTISING', 'NOT_ABOUT')),
    written_at timestamptz not null,
    entered_by bigint,
    decided_at timestamptz,
    decided_by bigint,
    primary key (activity_id, word_id),
    check ((state = 'WITHDRAWN') = (words is null)),
    check (words is not null or first_name is null),
    check ((origin = 'TOLD') = (entered_by is not null)),
    check (state <> 'REFUSED' or reason is not null),
    check (state not in ('DELIVERED', 'REFUSED') or decided_by is not null),
    check (decided_by <> entered_by)
);
create index letter_word_waiting on letter_word using gin (organization_ancestors) where state = 'WAITING';

-- By which receipt the writer takes it back: a digest, and all that is known of the writer. The same form sent twice has the same.
create table letter_receipt (
    receipt bytea primary key,
    activity_id bigint not null,
    word_id bigint not null
);

-- How often somebody tried something on a day, by a keyed digest: of an address, or of an activity.
create table letter_try (
    what bytea not null,
    day date not null,
    tries integer not null,
    primary key (what, day)
);

-- To whom the letter of a year was sent; once.
create table letter_sent (
    volunteer_id bigint not null,
    year integer not null,
    sent_at timestamptz not null,
    rule_version integer not null,
    primary key (volunteer_id, year)
);

-- Who wants no word when the letter of a year is ready. It can be read all the same.
create table letter_unwanted (
    volunteer_id bigint primary key,
    since timestamptz not null
);

insert into rules_version (key, version, effective_from, value, note) values
    ('letter.rule', 1, '2026-01-01', '{"sendOn": "12-05", "days": 20, "yearsBack": 0, "friendshipDays": 365}',
     'From that day of the year (12-05 国际志愿者日, 03-05 学雷锋纪念日), within so many days, those who served are told that their year letter is ready: of the same year, or of so many years before (domain M7)'),
    ('letter.words', 1, '2026-01-01', '{"perAddress": 10, "perActivity": 100}',
     'How often on a day words of thanks are taken from one network address, and about one activity (domain H13)');
