-- The name that whoever changed a code had then.
alter table rules_code_change add column by_name text not null default '';
