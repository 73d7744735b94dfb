package org.yiwang.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A record that counts, in the few facts from which something is computed.
 *
 * @param key which record
 * @param activityId the activity
 * @param organizationId who organized it
 * @param title activity name
 * @param category code of the table {@code category}
 * @param startedAt arrival
 * @param endedAt departure
 * @param serviceDate the day
 * @param serviceMinutes minutes that count
 * @param kind credit or honour time
 * @param corrects ids of the records it corrects in the end, whether they counted or not, the last one first
 * @param since when it counted for the first time
 */
public record Counted(
        RecordKey key,
        long activityId,
        long organizationId,
        String title,
        String category,
        Instant startedAt,
        Instant endedAt,
        LocalDate serviceDate,
        int serviceMinutes,
        TimeKind kind,
        List<Long> corrects,
        Instant since) {}
