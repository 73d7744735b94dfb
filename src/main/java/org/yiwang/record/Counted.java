package org.yiwang.record;

import java.time.Instant;
import java.time.LocalDate;

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
 * @param since when it, or one that it corrects in the end, counted for the first time
 * @param firstEndedAt departure as that one had it
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
        Instant since,
        Instant firstEndedAt) {}
