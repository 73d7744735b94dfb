package org.yiwang.rules;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.Label;

/**
 * A row of a code table with the days on which it may be chosen.
 *
 * @param table name of the table
 * @param code its code there
 * @param label its name
 * @param sort place in the list
 * @param from first day
 * @param to first day no longer, null if open
 */
public record CodeRow(
        String table,
        String code,
        Label label,
        int sort,
        LocalDate from,
        @Nullable LocalDate to) {

    /** Whether it may be chosen on that day. */
    public boolean inUse(LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }
}
