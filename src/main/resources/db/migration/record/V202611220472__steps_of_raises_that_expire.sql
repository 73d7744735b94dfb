-- The trail of a record tells that a raise expired.
alter table record_proposal_step
    drop constraint record_proposal_step_what_check,
    add constraint record_proposal_step_what_check check (what in
        ('PROPOSED', 'CONFIRMED', 'AGREED', 'CARRIED_OUT', 'WITHDRAWN', 'OVERTAKEN', 'TURNED_DOWN', 'EXPIRED'));
