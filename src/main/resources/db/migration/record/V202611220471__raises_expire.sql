-- A correction that raises a record and that no second person confirmed in time expires, so that it does not stand in the
-- way of others for ever.
alter table record_proposal
    drop constraint record_proposal_state_check,
    drop constraint record_proposal_raised_by_two,
    add constraint record_proposal_state_check check (state in
        ('UNCONFIRMED', 'OPEN', 'AGREED', 'CARRIED_OUT', 'WITHDRAWN', 'OVERTAKEN', 'TURNED_DOWN', 'EXPIRED')),
    add constraint record_proposal_raised_by_two check (not raises or confirmed_by is not null
        or state in ('UNCONFIRMED', 'WITHDRAWN', 'OVERTAKEN', 'TURNED_DOWN', 'EXPIRED'));
create index record_proposal_unconfirmed on record_proposal (proposed_at, proposal_id) where state = 'UNCONFIRMED';

insert into rules_version (key, version, effective_from, value, note) values
    ('record.raise', 1, '2026-01-01', '{"expiresDays": 14}',
     'A correction that raises a record and that no second person confirmed lapses after 14 days, as a manual entry does');
