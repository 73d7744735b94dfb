-- A year of an organization is summed up from its deadlines; without this each time all of the city's would be read.
create index record_clock_organization on record_clock (organization_id, ended_on);
