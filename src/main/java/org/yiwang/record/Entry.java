package org.yiwang.record;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yiwang.attendance.Evidence;
import org.yiwang.kernel.Period;

/**
 * What was recorded, as it stands in {@code record_entry}: immutable.
 *
 * @param origin where it comes from; a correction has the origin of what it corrects
 * @param pairId the check-in pair it rests on, null for a correction and for other origins
 * @param sourceId what it was made of at its origin, null for attendance and corrections
 * @param counted the span that counts, null when none does
 * @param countingVersion version of {@code record.counting} applied
 * @param supersedes the entry that this one corrects
 * @param reason why it was corrected
 */
record Entry(
        long volunteerId,
        long recordId,
        Origin origin,
        @Nullable Long pairId,
        @Nullable Long sourceId,
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
     * Evidence of both ends.
     *
     * @param in of the check-in
     * @param out of the check-out
     */
    record Proof(Evidence in, Evidence out) {}
}
