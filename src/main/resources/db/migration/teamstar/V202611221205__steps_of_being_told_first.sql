-- The team is told, replies, and its stars are kept or taken away (ADR 0014).
alter table teamstar_step drop constraint teamstar_step_what_check;
alter table teamstar_step add constraint teamstar_step_what_check check (what in ('COUNTED', 'ASKED', 'CONFIRMED', 'SET_ASIDE',
    'RAISE_ASKED', 'RAISED', 'RAISE_REFUSED', 'ASIDE_TOLD', 'ASIDE_REPLIED', 'KEPT', 'PUBLISHED'));
