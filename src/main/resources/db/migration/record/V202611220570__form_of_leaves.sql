-- In which form of the text a leaf seals its record. Form 3 holds everything that is kept of a step. Leaves from before, and
-- those of an older program beside a newer one, have form 2, or 1 where the entry names no origin.
alter table record_leaf add column form smallint not null default 2;
