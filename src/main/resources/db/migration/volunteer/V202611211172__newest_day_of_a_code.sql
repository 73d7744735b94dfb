-- Whose a card's short code was last: asked at every scan, also of a code of another day.
create index volunteer_day_code_newest on volunteer_day_code (code, day);
