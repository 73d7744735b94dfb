-- Spot checks draw from the records of a stretch of time. They are written in that order and never changed: a summary of
-- each range of pages finds them and costs nothing while they are written.
create index record_entry_made on record_entry using brin (made_at) with (autosummarize = on);
