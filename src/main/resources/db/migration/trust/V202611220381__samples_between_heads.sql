-- A sample is drawn from the records first made since the head that closed the sample before (none for the first one), and
-- offices are reminded while some of its people were not called.
alter table trust_sample
    add column made_from timestamptz,
    add column reminded_at timestamptz;
