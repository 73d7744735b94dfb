-- Public notice: a record counts from counts_on, unless it is frozen by a case meanwhile. The moment stays when the
-- record counts, so that it can be told later.
alter table record_current
    add column counts_on timestamptz,
    drop constraint record_current_state_check,
    add constraint record_current_state_check
        check (state in ('PENDING', 'NOTICE', 'HELD', 'EFFECTIVE', 'SUPERSEDED', 'VOID')),
    drop constraint record_current_hold_check,
    add constraint record_current_hold_check
        check (hold in ('LONG_DAY', 'VERY_LONG_DAY', 'OVERLAP', 'OUTSIDE_SHIFT', 'CASE')),
    add constraint record_current_notice_check
        check (state <> 'NOTICE' or (counts_on is not null and live_span is not null));

create index record_current_notice on record_current (counts_on, volunteer_id, record_id) where state = 'NOTICE';
drop index record_current_day;
create index record_current_day on record_current (service_date)
    where state in ('PENDING', 'NOTICE', 'HELD', 'EFFECTIVE');

create or replace view record_share as
select volunteer_id, record_id, activity_id, service_date, category, region_code,
       coalesce(organization_id, 0) as organization_id, organization_ancestors, state, hold,
       case when state = 'EFFECTIVE' and time_kind = 'CREDIT' then service_minutes else 0 end as credit_minutes,
       case when state = 'EFFECTIVE' and time_kind = 'HONOUR' then service_minutes else 0 end as honour_minutes,
       case when state in ('PENDING', 'NOTICE', 'HELD') then service_minutes else 0 end as waiting_minutes,
       case when state in ('PENDING', 'NOTICE', 'HELD', 'EFFECTIVE') then 1 else 0 end as records
from record_current;

insert into rules_version (key, version, effective_from, value, note) values
    ('record.notice', 1, '2026-01-01', '{"days": 3}',
     'Records stand on public notice, with masked names, before they count (domain F15)');
