-- What officers ask for about records that came in by a platform that is trusted no longer: that one be void. One asks, a
-- second confirms; then the volunteer is told and it is carried out on its day (domain F14), see record_proposal.
create table exchange_doubt (
    volunteer_id bigint not null,
    source_id bigint not null,
    -- Both are told to the volunteer.
    why text not null check (why <> ''),
    evidence text not null check (evidence <> ''),
    asked_by bigint not null,
    asked_at timestamptz not null,
    confirmed_by bigint,
    confirmed_at timestamptz,
    -- The record that was announced to be void.
    record_id bigint,
    primary key (volunteer_id, source_id),
    foreign key (volunteer_id, source_id) references exchange_claim (volunteer_id, source_id),
    check ((confirmed_by is null) = (confirmed_at is null)),
    check ((confirmed_by is null) = (record_id is null)),
    check (confirmed_by <> asked_by)
);
create index exchange_doubt_announced on exchange_doubt (volunteer_id, record_id) where record_id is not null;

insert into rules_version (key, version, effective_from, value, note) values
    ('exchange.trust', 1, '2026-01-01', '{"secondHoldsRoleDays": 7}',
     'A platform is trusted, and a record of one that is trusted no longer becomes void, only with a second officer who has held the post for these days');
