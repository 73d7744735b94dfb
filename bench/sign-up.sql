-- One sign-up in one transaction: the same tables, the same rules, the lock on the shift first because what is decided
-- (place or waiting number, closed or not) depends on it.
\set seq :seq + 1
\set volunteer :first_volunteer + :client_id + 1 + :seq * :clients
\set signup :first_signup + :client_id + :seq * :clients
\set n (:client_id + :seq * :clients)
\set k (:offset + 1 + (:n / :shifts) % :activities)
\set a (:base + :k)
\set s (:base + :k * 100 + (:n + :day) % :shifts)
begin;
select capacity, taken, waiting, waiting_seq, lower(period), upper(period), open, revision from signup_shift where activity_id = :a and shift_id = :s for update;
select state, birth_date, account_id, guardian_account_id, skills from volunteer where id = :volunteer;
select signup_id, state, waiting_no, key_digest, ended from signup where activity_id = :a and shift_id = :s and volunteer_id = :volunteer;
select activity_id, shift_id, period, held from signup_commitment where volunteer_id = :volunteer and ends_at > now();
insert into signup_commitment (volunteer_id, activity_id, shift_id, signup_id, period, held) select :volunteer, :a, :s, :signup, period, true from signup_shift where activity_id = :a and shift_id = :s on conflict do nothing;
insert into signup (activity_id, signup_id, shift_id, volunteer_id, state, how, at, by_account_id, key_digest) values (:a, :signup, :s, :volunteer, 'ACCEPTED', 'OPEN', now(), 1, :signup);
update signup_shift set taken = taken + 1 where activity_id = :a and shift_id = :s and taken < capacity;
commit;
