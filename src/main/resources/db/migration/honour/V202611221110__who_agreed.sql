-- Who answered: the person, or the guardian, whose word ends when the person comes of age.
alter table honour_nomination add column answered_by bigint;
comment on column honour_nomination.answered_by is 'account that answered last';
