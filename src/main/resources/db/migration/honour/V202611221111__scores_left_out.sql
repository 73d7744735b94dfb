-- Who stays out is settled when the review is closed; later memberships and moves change no total.
alter table honour_score add column left_out boolean not null default false;
