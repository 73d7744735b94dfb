-- Stars on public notice are taken away as ADR 0014 has it: the team is told first and heard, and a second person decides. What the
-- program finds when it looks again before publication goes the same way; aside_by is then 0 and aside_why a message key.
alter table teamstar_rating
    add column aside_by bigint,
    add column aside_why text,
    add column aside_until date,
    add column aside_reply text;
alter table teamstar_rating add constraint teamstar_rating_aside check (
    (aside_by is null) = (aside_why is null) and (aside_by is null) = (aside_until is null)
    and (aside_reply is null or aside_by is not null) and (aside_by is null or state = 'CONFIRMED'));
comment on column teamstar_rating.aside_until is 'last day for the team to say something';
create index teamstar_rating_aside_waits on teamstar_rating (run_id) where aside_by is not null;

insert into rules_version (key, version, effective_from, value, note) values
    ('teamstar.hearing', 1, '2026-01-01', '{"days": 3}',
     'A team whose stars are to be taken away during public notice has three working days to say something (ADR 0014)');
