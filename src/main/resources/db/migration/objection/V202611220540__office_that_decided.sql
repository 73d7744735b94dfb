-- As the office of which region somebody announced or decided last: street, district and city may all decide, and what is
-- contested goes to the office above that one. Unknown of decisions from before this; for those the district's is assumed.
alter table objection_case
    add column decided_in text;
