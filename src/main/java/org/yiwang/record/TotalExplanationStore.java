package org.yiwang.record;

import static org.yiwang.platform.Moments.utc;

import java.sql.Types;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL that takes a person's totals apart. */
@Repository
class TotalExplanationStore {

    /** The records asked about, whatever their state. */
    private static final String ASKED = """
            c.volunteer_id = :volunteer and c.time_kind = :kind
              and (:year::int is null or extract(year from c.service_date) = :year::int)
              and (:category::text is null or c.category = :category)
            """;

    private final JdbcClient jdbc;

    TotalExplanationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<TotalExplained.Part> byRule(long volunteerId, TotalQuestion question) {
        return asked("""
                        select e.counting_version, count(*), sum(c.service_minutes)
                        from record_current c
                        join record_entry e on e.volunteer_id = c.volunteer_id and e.record_id = c.record_id
                        where\s""" + WhatCounts.NOW + "and " + ASKED + "group by 1 order by 1 desc", volunteerId, question)
                .query((row, i) -> new TotalExplained.Part(row.getInt(1), row.getInt(2), row.getInt(3)))
                .list();
    }

    List<TotalExplained.Waiting> notCounted(long volunteerId, TotalQuestion question) {
        return asked("""
                        select c.state, count(*), sum(c.service_minutes) from record_current c
                        where c.state in ('PENDING', 'NOTICE', 'HELD', 'VOID') and\s""" + ASKED + "group by 1", volunteerId, question)
                .query((row, i) ->
                        new TotalExplained.Waiting(RecordState.valueOf(row.getString(1)), row.getInt(2), row.getInt(3)))
                .list()
                .stream()
                .sorted(Comparator.comparing(TotalExplained.Waiting::state))
                .toList();
    }

    TotalExplained.Change change(long volunteerId, TotalQuestion question, Instant since) {
        return asked(
                        "with asked as (select c.service_minutes as minutes, " + WhatCounts.NOW + "as counts, "
                                + WhatCounts.AT
                                + "as counted from record_current c where " + ASKED + """
                        )
                        select coalesce(sum(minutes) filter (where counted), 0),
                            count(*) filter (where counts and not counted),
                            coalesce(sum(minutes) filter (where counts and not counted), 0),
                            count(*) filter (where counted and not counts),
                            coalesce(sum(minutes) filter (where counted and not counts), 0)
                        from asked""",
                        volunteerId,
                        question)
                .param("at", utc(since))
                .query((row, i) -> new TotalExplained.Change(
                        since, row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5)))
                .single();
    }

    private JdbcClient.StatementSpec asked(String sql, long volunteerId, TotalQuestion question) {
        return jdbc.sql(sql)
                .param("volunteer", volunteerId)
                .param("kind", question.kind().name())
                .param("year", question.year(), Types.INTEGER)
                .param("category", question.category(), Types.VARCHAR);
    }
}
