-- A correction that raises a record is manual entry by another door: it waits for a second person before anything else
-- happens to it (domain F2). UNCONFIRMED waits for that person, TURNED_DOWN was refused by them.
alter table record_proposal
    add column raises boolean not null default false,
    add column confirmed_by bigint,
    drop constraint record_proposal_state_check,
    drop constraint record_proposal_check1,
    add constraint record_proposal_state_check check (state in
        ('UNCONFIRMED', 'OPEN', 'AGREED', 'CARRIED_OUT', 'WITHDRAWN', 'OVERTAKEN', 'TURNED_DOWN')),
    add constraint record_proposal_closed check ((state in ('UNCONFIRMED', 'OPEN')) = (closed_at is null)),
    add constraint record_proposal_two_people check (confirmed_by <> proposed_by),
    add constraint record_proposal_raised_by_two check
        (not raises or confirmed_by is not null or state in ('UNCONFIRMED', 'WITHDRAWN', 'OVERTAKEN', 'TURNED_DOWN'));
drop index record_proposal_one_open;
create unique index record_proposal_one_open on record_proposal (volunteer_id, record_id)
    where state in ('UNCONFIRMED', 'OPEN');

-- What both ends of which rest on an organizer's word counts nothing while nothing may be entered by hand.
alter table record_current
    drop constraint record_current_hold_check,
    add constraint record_current_hold_check check (hold in
        ('LONG_DAY', 'VERY_LONG_DAY', 'OVERLAP', 'OUTSIDE_SHIFT', 'NO_MANUAL_ENTRY', 'CASE'));

insert into rules_version (key, version, effective_from, value, note) values
    ('record.notice', 2, '2026-01-01', '{"days": 3, "oneSidedDays": 7}',
     'Records stand on public notice, with masked names, before they count; longer if both ends are an organizer''s word');
