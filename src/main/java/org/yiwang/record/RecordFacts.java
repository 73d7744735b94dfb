package org.yiwang.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.attendance.Evidence;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.RegionCode;

/**
 * What is on hand about a record for whoever judges how well it is borne out.
 *
 * @param key which record
 * @param origin where it comes from
 * @param activityId the activity
 * @param title activity name
 * @param organizationId who organized and recorded
 * @param organizationName its name then
 * @param organizationAncestors that organization and all above it
 * @param region where
 * @param shift the shift
 * @param served from arrival to departure
 * @param serviceMinutes minutes that count
 * @param serviceDate the day
 * @param in evidence of arrival, null for a record that no check-in made
 * @param out evidence of departure, null for a record that no check-out made
 * @param corrected whether it replaced another
 * @param kind credit or honour time
 * @param madeBy who made it
 * @param madeAt when
 * @param state where it stands
 */
public record RecordFacts(
        RecordKey key,
        Origin origin,
        long activityId,
        String title,
        long organizationId,
        String organizationName,
        List<Long> organizationAncestors,
        RegionCode region,
        Period shift,
        Period served,
        int serviceMinutes,
        LocalDate serviceDate,
        @Nullable Evidence in,
        @Nullable Evidence out,
        boolean corrected,
        TimeKind kind,
        long madeBy,
        Instant madeAt,
        RecordState state) {}
