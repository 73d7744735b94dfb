package org.yiwang.points;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line of somebody's statement of points.
 *
 * @param at when
 * @param amount what came, or what went as a negative number
 * @param balance what there was after it
 * @param kind how it came about
 * @param part for what of a service, null unless it was posted for one or taken back
 * @param recordId the record, null as above
 * @param title the activity, null as above
 * @param serviceDate the day of service, null as above
 * @param basis what the team said, or the grade, null for the time
 * @param percent of the points for the time, null for these themselves
 * @param formulaVersion version of {@link Formula}, null as above
 * @param lastDay until when what came can be used, null if it does not expire or nothing came
 */
public record PointsLine(
        Instant at,
        long amount,
        long balance,
        Kind kind,
        @Nullable Part part,
        @Nullable Long recordId,
        @Nullable String title,
        @Nullable LocalDate serviceDate,
        @Nullable String basis,
        @Nullable Integer percent,
        @Nullable Integer formulaVersion,
        @Nullable LocalDate lastDay) {

    /** How a line came about. */
    public enum Kind {
        /** Posted for a record. */
        POSTED,
        /** Taken back because the record counts no more or was replaced. */
        CEASED,
        /** Taken back because what it was computed from is otherwise by now; what counts instead is a line of its own. */
        CHANGED,
        /** The last day was over. */
        EXPIRED,
        /** Anything else that moved points. */
        OTHER
    }
}
