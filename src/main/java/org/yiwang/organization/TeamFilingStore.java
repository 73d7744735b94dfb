package org.yiwang.organization;

import static org.yiwang.platform.Moments.utc;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.RegionCode;

/** Filings of groups without legal form. */
@Component
class TeamFilingStore {

    private final JdbcClient jdbc;

    TeamFilingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Filing filing, long by, Instant at) {
        jdbc.sql("""
                        insert into organization_filing (organization_id, id, unit_id, area_code, valid_from, valid_to,
                            account_id, at)
                        values (:organization, :id, :unit, :area, :from, :to, :by, :at)""")
                .param("organization", filing.organizationId())
                .param("id", Ids.next())
                .param("unit", filing.unitId())
                .param("area", filing.area().value())
                .param("from", filing.from())
                .param("to", filing.to())
                .param("by", by)
                .param("at", utc(at))
                .update();
    }

    /** The one that ends last. */
    Optional<Filing> findLast(long organizationId) {
        return jdbc.sql("""
                        select organization_id, unit_id, area_code, valid_from, valid_to from organization_filing
                        where organization_id = :organization order by valid_to desc limit 1""")
                .param("organization", organizationId)
                .query((row, i) -> new Filing(
                        row.getLong(1),
                        row.getObject("unit_id", Long.class),
                        new RegionCode(row.getString("area_code")),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class)))
                .optional();
    }

    /** The area of the filing in force on a day. */
    Optional<RegionCode> areaOn(long organizationId, LocalDate day) {
        return jdbc.sql("""
                        select area_code from organization_filing
                        where organization_id = :organization and :day between valid_from and valid_to""")
                .param("organization", organizationId)
                .param("day", day)
                .query((row, i) -> new RegionCode(row.getString(1)))
                .optional();
    }

    /**
     * Marks the filings that end within so many days and whose leaders were not yet warned for that; returns them.
     * Organizations with a later filing are left out.
     */
    List<Ending> warn(LocalDate today, int days) {
        return jdbc.sql("""
                        update organization_filing f set warned_days = :days
                        from organization o
                        where o.id = f.organization_id and o.team_type = '1' and o.state = 'ACTIVE'
                          and o.filed_until = f.valid_to and f.valid_to between :today and :today::date + :days
                          and (f.warned_days is null or f.warned_days > :days)
                        returning o.id, o.name, f.valid_to""")
                .param("today", today)
                .param("days", days)
                .query((row, i) -> new Ending(row.getLong(1), row.getString(2), row.getObject(3, LocalDate.class)))
                .list();
    }

    /** Active groups whose filing ended before the day. */
    List<Ending> ended(LocalDate today) {
        return jdbc.sql("""
                        select id, name, filed_until from organization
                        where team_type = '1' and state = 'ACTIVE' and filed_until < :today order by id""")
                .param("today", today)
                .query((row, i) -> new Ending(row.getLong(1), row.getString(2), row.getObject(3, LocalDate.class)))
                .list();
    }

    /** A filing. */
    record Filing(long organizationId, @Nullable Long unitId, RegionCode area, LocalDate from, LocalDate to) {}

    /** A group whose filing ends. */
    record Ending(long organizationId, String name, LocalDate to) {}
}
