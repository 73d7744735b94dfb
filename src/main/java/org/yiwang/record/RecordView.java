package org.yiwang.record;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yiwang.attendance.Evidence;
import org.yiwang.kernel.Period;

/**
 * A service record as people see it.
 *
 * @param volunteerId whose
 * @param recordId which
 * @param activityId the activity
 * @param organizationName who organized, recorded and certifies
 * @param title activity name
 * @param category code of the table {@code category}
 * @param postName what was done
 * @param place where
 * @param personInCharge who was in charge
 * @param shift the shift
 * @param served from arrival to departure
 * @param counted the span that counts, null when none does
 * @param serviceMinutes minutes that count
 * @param serviceDate the day
 * @param kind credit or honour time
 * @param in evidence of arrival
 * @param out evidence of departure
 * @param countingVersion version of the counting rule applied
 * @param state where it stands
 * @param hold what it waits for, null unless held
 * @param supersedes the record it corrects, null if none
 * @param reason why it was corrected, null if it was not
 * @param madeAt when it was made
 * @param shiftId the shift, of the activity
 * @param organizationId who organized it
 * @param regionCode where, as a region code
 * @param origin where the record comes from
 * @param countsOn when its public notice ends or ended, null if it was never on notice
 */
public record RecordView(
        long volunteerId,
        long recordId,
        long activityId,
        String organizationName,
        String title,
        String category,
        String postName,
        String place,
        String personInCharge,
        Period shift,
        Period served,
        @Nullable Period counted,
        int serviceMinutes,
        LocalDate serviceDate,
        TimeKind kind,
        Evidence in,
        Evidence out,
        int countingVersion,
        RecordState state,
        @Nullable Hold hold,
        @Nullable Long supersedes,
        @Nullable String reason,
        Instant madeAt,
        long shiftId,
        long organizationId,
        String regionCode,
        Origin origin,
        @Nullable Instant countsOn) {

    /** Its name. */
    public RecordKey key() {
        return new RecordKey(volunteerId, recordId);
    }
}
