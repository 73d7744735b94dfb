-- One check-in in one transaction: the same tables and the same rules. Nothing is contended; what a check-in costs is
-- its commit and its statements.
\set seq :seq + 1
\set n (:client_id + 1 + (:seq - 1) * :clients)
\set a (:base + 1 + :n % 100)
\set v (:first_volunteer + :n)
\set pair (:first_pair + :n)
begin;
select volunteer_id, activity_id, pair_id, shift_end from attendance_open where volunteer_id = :v for update;
select pair_id, state, came_at, left_at, shift_end from attendance_pair where activity_id = :a and volunteer_id = :v and (service_day = current_date or state <> 'CLOSED') order by pair_id;
select state, account_id, guardian_account_id, birth_date from volunteer where id = :v;
select a.state, a.region_code, a.ancestors, s.shift_id, s.starts_at, s.ends_at, u.signup_id from activity a join activity_shift s on s.activity_id = a.activity_id join signup u on u.activity_id = s.activity_id and u.shift_id = s.shift_id and u.volunteer_id = :v and u.ended = 0 and u.state in ('ACCEPTED', 'NO_SHOW') where a.activity_id = :a;
insert into attendance_device (activity_id, device_digest, volunteer_id) values (:a, sha256(int8send(:v)), :v) on conflict do nothing;
select exists (select 1 from attendance_device where activity_id = :a and device_digest = sha256(int8send(:v)) and volunteer_id <> :v);
insert into attendance_open (volunteer_id, activity_id, pair_id, shift_end) select :v, :a, :pair, ends_at from activity_shift where activity_id = :a on conflict do nothing;
insert into attendance_pair (activity_id, pair_id, shift_id, volunteer_id, service_day, pair_no, state, shift_end, came_at, in_evidence) select :a, :pair, shift_id, :v, current_date, 1, 'OPEN', ends_at, now(), '{"way":"SCANNED_CODE","distanceMetres":12,"deviceReused": false, "reason": null,"byAccountId":1}' from activity_shift where activity_id = :a;
commit;
