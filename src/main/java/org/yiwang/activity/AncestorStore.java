package org.yiwang.activity;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who stands above the organizations of activities and projects. */
@Component
class AncestorStore {

    private final JdbcClient jdbc;

    AncestorStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Organizations with activities or projects that stood below that one until now, itself included. */
    List<Long> organizationsBelow(long organizationId) {
        return jdbc.sql("""
                        select organization_id from activity where ancestors @> array[:organization]
                        union select organization_id from activity_project where ancestors @> array[:organization]""")
                .param("organization", organizationId)
                .query((row, i) -> row.getLong(1))
                .list();
    }

    /** Writes who stands above; returns the activities that this changed. */
    List<Long> update(long organizationId, List<Long> ancestors) {
        Long[] ids = ancestors.toArray(Long[]::new);
        jdbc.sql("update activity_project set ancestors = :ancestors where organization_id = :organization")
                .param("ancestors", ids)
                .param("organization", organizationId)
                .update();
        return jdbc.sql("""
                        update activity set ancestors = :ancestors, version = version + 1
                        where organization_id = :organization and ancestors <> :ancestors returning activity_id""")
                .param("ancestors", ids)
                .param("organization", organizationId)
                .query((row, i) -> row.getLong(1))
                .list();
    }
}
