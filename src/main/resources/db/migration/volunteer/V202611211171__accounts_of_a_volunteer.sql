-- The account of a volunteer, the other way round than the primary key.
create index volunteer_account_of on volunteer_account (volunteer_id);
