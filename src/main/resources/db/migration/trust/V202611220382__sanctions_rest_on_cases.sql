-- The decided case that a sanction rests on. Null in sanctions from before, which name a file in words at most.
alter table trust_sanction
    add column case_id bigint;
