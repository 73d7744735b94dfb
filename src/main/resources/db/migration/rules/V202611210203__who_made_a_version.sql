-- The name that whoever made a version had then, so that the page that shows it need not ask for accounts.
alter table rules_version add column by_name text not null default '';
