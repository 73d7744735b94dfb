-- A record that counted and is frozen by a case does not count meanwhile: the log says so too.
create function record_frozen_is_to_be_sealed() returns trigger language plpgsql as $$
begin
    if exists (select 1 from record_step s where s.volunteer_id = new.volunteer_id and s.record_id = new.record_id
               and s.state = 'EFFECTIVE') then
        insert into record_unsealed values (new.volunteer_id, new.record_id, new.step_no);
    end if;
    return null;
end $$;
create trigger record_step_frozen_is_sealed after insert on record_step
    for each row when (new.state = 'HELD' and new.hold = 'CASE') execute function record_frozen_is_to_be_sealed();
