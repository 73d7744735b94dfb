-- Boards count more than minutes: how often people served, newcomers, months in a row (domain F10). The column keeps its name,
-- for a program of before may still run beside this one.
comment on column board.facet is 'empty for all service, c: and a category, o: and an organization with all below it; x:times, x:newcomers, x:months';
comment on column board_score.minutes is 'credit minutes, or times or months where the board counts these';
comment on column board_tally.minutes is 'as in board_score';

-- changes data: has every member looked at once more, so that their scores go.
insert into board_dirty (volunteer_id, id) select volunteer_id, 0 from board_member;
-- changes data: whoever takes part agreed to minutes being shown; to times, months and being new nobody did, so all are asked anew
-- (PIPL art. 14).
delete from board_member;
