-- What still has to go into the sealed log: written by the trigger in the transaction of the step, taken away in the
-- transaction that seals.
create table record_unsealed (
    volunteer_id bigint not null,
    record_id bigint not null,
    step_no integer not null,
    primary key (volunteer_id, record_id, step_no)
);

-- Which leaf of the log seals a record as it stood after a step. The nonce keeps a published hash from being guessed.
create table record_leaf (
    volunteer_id bigint not null,
    record_id bigint not null,
    step_no integer not null,
    leaf_index bigint not null,
    nonce bytea not null,
    primary key (volunteer_id, record_id, step_no)
);
create index record_leaf_in_order on record_leaf (leaf_index);

-- From the moment a record counts, each of its states is sealed: when it became effective, and when it ceased to be.
create function record_is_to_be_sealed() returns trigger language plpgsql as $$
begin
    insert into record_unsealed values (new.volunteer_id, new.record_id, new.step_no);
    return null;
end $$;
create trigger record_step_is_sealed after insert on record_step
    for each row when (new.state in ('EFFECTIVE', 'SUPERSEDED', 'VOID')) execute function record_is_to_be_sealed();

-- changes data: records that count already are sealed with the first run of the job.
insert into record_unsealed (volunteer_id, record_id, step_no)
select volunteer_id, record_id, step_no from record_step where state in ('EFFECTIVE', 'SUPERSEDED', 'VOID');
