package org.yiwang.objection;

import static org.yiwang.platform.Moments.utc;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL that counts upheld cases by organization. */
@Repository
class UpheldStore {

    private final JdbcClient jdbc;

    UpheldStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Decided from the one moment and before the other. */
    Map<Long, UpheldCases.Upheld> upheld(Collection<Long> organizations, Instant from, Instant before) {
        Map<Long, UpheldCases.Upheld> found = new HashMap<>();
        jdbc.sql("""
                        select c.organization_id, count(*)::int, (count(*) filter (where c.complaint = 'PAID'))::int
                        from objection_case c
                        where c.organization_id = any(:organizations) and c.kind <> 'OBJECTION' and c.state = 'DECIDED'
                          and c.outcome in ('UPHELD', 'VOID', 'CORRECTED')
                          and exists (select 1 from objection_step s
                                      where s.case_id = c.id and s.what = 'DECIDED' and s.at >= :from and s.at < :before)
                        group by 1""")
                .param("organizations", organizations.toArray(Long[]::new))
                .param("from", utc(from))
                .param("before", utc(before))
                .query(row -> {
                    found.put(row.getLong(1), new UpheldCases.Upheld(row.getInt(2), row.getInt(3)));
                });
        return found;
    }
}
