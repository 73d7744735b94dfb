package org.yiwang.record;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yiwang.attendance.Evidence;
import org.yiwang.kernel.Period;

/**
 * What was recorded, as it stands in {@code record_entry}: immutable. The fields of {@link Statutory} are copied on
 * the day of recording, so that a later change of a name changes no record.
 *
 * @param pairId the check-in pair it rests on, null for a correction
 * @param counted the span that counts, null when none does
 * @param countingVersion version of {@code record.counting} applied
 * @param supersedes the entry that this one corrects
 * @param reason why it was corrected
 */
record Entry(
        long volunteerId,
        long recordId,
        @Nullable Long pairId,
        Statutory statutory,
        Period shift,
        Period served,
        @Nullable Period counted,
        LocalDate serviceDate,
        TimeKind kind,
        Proof proof,
        int countingVersion,
        @Nullable Long supersedes,
        @Nullable String reason,
        long madeBy,
        Instant madeAt) {

    /** Minutes that count. */
    int serviceMinutes() {
        return counted == null ? 0 : counted.minutes();
    }

    /**
     * What Order 67 art. 7 asks of a record, beside the time.
     *
     * @param activityId the activity
     * @param shiftId the shift
     * @param organizationId the organizing unit
     * @param organizationName its name then
     * @param regionCode where
     * @param title activity name
     * @param category code of the table {@code category}
     * @param postName content: the post served at
     * @param place where people met
     * @param personInCharge 活动负责人
     */
    record Statutory(
            long activityId,
            long shiftId,
            long organizationId,
            String organizationName,
            String regionCode,
            String title,
            String category,
            String postName,
            String place,
            String personInCharge) {}

    /**
     * Evidence of both ends.
     *
     * @param in of the check-in
     * @param out of the check-out
     */
    record Proof(Evidence in, Evidence out) {}
}
