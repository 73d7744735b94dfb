-- Lists and totals for teams and areas (domain F9).

-- Which body organized it, so that a list by organization reads one table; 0 or null only from an older program beside
-- this one.
alter table record_current add column organization_id bigint;
-- changes data: copies the organization of each record from its entry
update record_current c set organization_id = e.organization_id
from record_entry e where e.volunteer_id = c.volunteer_id and e.record_id = c.record_id;

create index record_current_region on record_current (region_code text_pattern_ops, service_date);
create index record_current_organization on record_current using gin (organization_ancestors);

-- What each record adds to a total: minutes that count, credit and honour time apart, and minutes that wait to count.
create view record_share as
select volunteer_id, record_id, activity_id, service_date, category, region_code,
       coalesce(organization_id, 0) as organization_id, organization_ancestors, state, hold,
       case when state = 'EFFECTIVE' and time_kind = 'CREDIT' then service_minutes else 0 end as credit_minutes,
       case when state = 'EFFECTIVE' and time_kind = 'HONOUR' then service_minutes else 0 end as honour_minutes,
       case when state in ('PENDING', 'HELD') then service_minutes else 0 end as waiting_minutes,
       case when state in ('PENDING', 'HELD', 'EFFECTIVE') then 1 else 0 end as records
from record_current;

-- What the records of an activity come to, by day: the sums of record_share, moved in the same transaction as the records
-- and rebuilt by command. Transactions about different activities never touch the same row.
create table record_activity_total (
    activity_id bigint not null,
    service_date date not null,
    category text not null,
    region_code text not null,
    organization_id bigint not null,
    organization_ancestors bigint[] not null,
    credit_minutes bigint not null,
    honour_minutes bigint not null,
    waiting_minutes bigint not null,
    records bigint not null,
    primary key (activity_id, service_date, category, region_code, organization_id)
);
create index record_activity_total_day on record_activity_total (service_date)
    include (credit_minutes, honour_minutes, waiting_minutes);
create index record_activity_total_region on record_activity_total (region_code text_pattern_ops, service_date);
create index record_activity_total_organization on record_activity_total using gin (organization_ancestors);

-- changes data: computes the totals of the records that are there already
insert into record_activity_total (activity_id, service_date, category, region_code, organization_id,
    organization_ancestors, credit_minutes, honour_minutes, waiting_minutes, records)
select activity_id, service_date, category, region_code, organization_id, min(organization_ancestors::text)::bigint[],
       sum(credit_minutes), sum(honour_minutes), sum(waiting_minutes), sum(records)
from record_share group by 1, 2, 3, 4, 5 having sum(records) > 0;
