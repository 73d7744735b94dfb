-- Everything that happened to a proposed correction, for the trail of its record (domain F14): who did it in which capacity,
-- when, and with which words. Proposals from before this table have no lines here; their own columns tell what is known.
create table record_proposal_step (
    volunteer_id bigint not null,
    proposal_id bigint not null,
    what text not null check (what in
        ('PROPOSED', 'CONFIRMED', 'AGREED', 'CARRIED_OUT', 'WITHDRAWN', 'OVERTAKEN', 'TURNED_DOWN')),
    at timestamptz not null,
    actor_account_id bigint not null,
    actor_as text not null,
    actor_body text not null,
    why text,
    primary key (volunteer_id, proposal_id, what)
);
create trigger record_proposal_step_append_only before update or delete on record_proposal_step
    for each row execute function record_is_append_only();
