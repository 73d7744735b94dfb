package org.yiwang.record;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A record on public notice, as anybody sees it. It names nobody and leads from no line to another line of the same person.
 *
 * @param recordId which, to report it
 * @param who the surname and a star; null for minors and for people who do not want to be named
 * @param activityId the activity
 * @param title its name
 * @param organizationId who organized it
 * @param organizationName its name then
 * @param regionCode where
 * @param serviceDate the day
 * @param serviceMinutes how much
 * @param kind credit or honour time
 * @param origin how it was recorded
 * @param countsOn when it begins to count
 */
public record NoticeLine(
        long recordId,
        @Nullable String who,
        long activityId,
        String title,
        long organizationId,
        String organizationName,
        String regionCode,
        LocalDate serviceDate,
        int serviceMinutes,
        TimeKind kind,
        Origin origin,
        Instant countsOn) {}
