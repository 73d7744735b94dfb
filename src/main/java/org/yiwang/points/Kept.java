package org.yiwang.points;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yiwang.record.TimeKind;

/**
 * What a record comes to and all that it was computed from, as it was when last looked at.
 *
 * @param volunteerId whose
 * @param recordId which record
 * @param activityId its activity
 * @param title name of the activity
 * @param serviceDate the day
 * @param category code of the table {@code category}
 * @param kind credit or honour time
 * @param minutes minutes that count
 * @param formulaVersion version of {@link Formula} that held when the service ended; stays
 * @param countsSince the day from which its points last; stays
 * @param counts whether it counts now
 * @param full points for its time, before the most of a day
 * @param counted of these, what the day had room for
 * @param quality what the team said, null if nothing that may be seen
 * @param grade its trust grade, null if none
 */
public record Kept(
        long volunteerId,
        long recordId,
        long activityId,
        String title,
        LocalDate serviceDate,
        String category,
        TimeKind kind,
        int minutes,
        int formulaVersion,
        LocalDate countsSince,
        boolean counts,
        long full,
        long counted,
        @Nullable String quality,
        @Nullable String grade) {

    /** What a formula looks at. */
    Worked.Service service() {
        return new Worked.Service(minutes, category, kind, quality, grade);
    }

    /** The same, when it counts no more. */
    Kept ended() {
        return new Kept(
                volunteerId,
                recordId,
                activityId,
                title,
                serviceDate,
                category,
                kind,
                minutes,
                formulaVersion,
                countsSince,
                false,
                full,
                counted,
                quality,
                grade);
    }
}
