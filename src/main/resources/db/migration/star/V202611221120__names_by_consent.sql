-- Who agreed to the full name, and until when: a guardian's word ends when the child comes of age (PIPL art. 31). Of the
-- names shown so far nobody knows who agreed: they are masked until somebody says so again.
-- changes data: takes a consent back of which nobody knows whose it was
delete from star_name_shown;
alter table star_name_shown
    add column agreed_by bigint not null,
    add column until date;
