package org.yiwang.star;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.RegionCode;
import org.yiwang.record.PersonHours.Minutes;

/**
 * A star of a person. It never changes by itself, whatever becomes of the scheme or of the records behind it.
 *
 * @param id its id
 * @param volunteerId whose
 * @param star which
 * @param applicationId the application that it was granted on
 * @param region where the person lived
 * @param grantedAt when it was granted
 * @param schemeVersion by which version of {@code star.scheme}
 * @param cutOff the last day of service that counted
 * @param minutes credit and honour time until then
 * @param honourCounted how much of the honour time counted
 * @param decidedBy accounts of those who agreed, in order
 * @param belowSince since when corrections left less than the threshold, null if they did not
 * @param takenBackAt when it was taken back, null unless it was
 */
public record Star(
        long id,
        long volunteerId,
        int star,
        long applicationId,
        RegionCode region,
        Instant grantedAt,
        int schemeVersion,
        LocalDate cutOff,
        Minutes minutes,
        long honourCounted,
        List<Long> decidedBy,
        @Nullable Instant belowSince,
        @Nullable Instant takenBackAt) {

    /** Whether the person has it. */
    public boolean isHeld() {
        return takenBackAt == null;
    }
}
