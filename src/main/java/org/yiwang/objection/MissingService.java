package org.yiwang.objection;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.Period;

/**
 * A service that a volunteer does not find on record.
 *
 * @param activityId the activity, null if it is only described
 * @param described its name and who organized it, in the volunteer's words; may be blank where the activity is named
 * @param day the day
 * @param words own words
 * @param served the time, null if not named
 */
public record MissingService(
        @Nullable Long activityId,
        String described,
        LocalDate day,
        String words,
        @Nullable Period served) {}
