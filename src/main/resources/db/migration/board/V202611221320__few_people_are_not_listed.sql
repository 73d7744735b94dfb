insert into rules_version (key, version, effective_from, value, note) values
    ('board.lines', 1, '2026-01-01', '{"fewest": 5, "joinsPerHour": 20}',
     'From so many people on it, a board of a street or community, of one organization or one category shows its lines: among fewer, a surname and a district would tell a neighbour who it is (PIPL art. 6, 73). How often in an hour one account may join');
