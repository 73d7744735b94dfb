-- A person's unfinished check-ins (asked by every own page), and how many people served on a day.
create index attendance_pair_unfinished_of on attendance_pair (volunteer_id) where state <> 'CLOSED';
create index attendance_pair_day on attendance_pair (service_day, volunteer_id);
