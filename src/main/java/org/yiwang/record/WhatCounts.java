package org.yiwang.record;

/**
 * What "counts" means, in SQL: that a record is effective, now or at a moment. Said here once for all queries that read what
 * counts; each calls the table {@code record_current} {@code c}. Constants and not parameters, because indexes of the table
 * have states in their conditions.
 */
final class WhatCounts {

    /** The record counts now. */
    static final String NOW = """
            c.state = 'EFFECTIVE'
            """;

    /** The record is live: it counts now or may come to count. */
    static final String NOW_OR_LATER = """
            c.state in ('PENDING', 'NOTICE', 'HELD', 'EFFECTIVE')
            """;

    /** Whether the record counted at the moment {@code :at}: what its last step until then says. */
    static final String AT = """
            coalesce((
                select s.state = 'EFFECTIVE' from record_step s
                where s.volunteer_id = c.volunteer_id and s.record_id = c.record_id and s.at <= :at
                order by s.step_no desc limit 1), false)
            """;

    /** Minutes of credit time of the records at hand. */
    static final String CREDIT_MINUTES = "coalesce(sum(c.service_minutes) filter (where c.time_kind = 'CREDIT'), 0)";

    /** Minutes of honour time of the records at hand. */
    static final String HONOUR_MINUTES = "coalesce(sum(c.service_minutes) filter (where c.time_kind = 'HONOUR'), 0)";

    /** Both of them, as {@code credit} and {@code honour}. */
    static final String SUMS = CREDIT_MINUTES + " as credit, " + HONOUR_MINUTES + " as honour\n";

    /** What stands in {@code record_total}; to be grouped by 1, 2, 3. */
    static final String TOTALS = "select c.volunteer_id, extract(year from c.service_date)::int as year, c.category, "
            + CREDIT_MINUTES + " as credit_minutes, " + HONOUR_MINUTES + " as honour_minutes, count(*) as records "
            + "from record_current c where " + NOW;

    private WhatCounts() {}
}
