package org.yiwang.entry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.Period;

/**
 * One person on a sheet.
 *
 * @param activityId the activity
 * @param sheetId the sheet
 * @param volunteerId who served
 * @param id its own number; what the record is known to come from
 * @param served from arrival to departure
 * @param minutes whole minutes of it
 * @param stranger whether the person was neither signed up nor a member when the shift began: then the person must
 *     agree, and the district approve
 * @param needsDistrict whether the district must approve
 * @param state where it stands
 * @param confirmedBy the second person, null before
 * @param confirmedAt when the second person did, null before
 * @param agreedAt when the volunteer agreed, null if not
 * @param decidedBy who decided at the district, null before
 * @param recordId the record, null before
 */
public record EntryLine(
        long activityId,
        long sheetId,
        long volunteerId,
        long id,
        Period served,
        int minutes,
        boolean stranger,
        boolean needsDistrict,
        EntryState state,
        @Nullable Long confirmedBy,
        @Nullable Instant confirmedAt,
        @Nullable Instant agreedAt,
        @Nullable Long decidedBy,
        @Nullable Long recordId) {

    /** Where it goes from the second person's confirmation or the volunteer's agreement on. */
    EntryState next() {
        if (stranger && agreedAt == null) {
            return EntryState.CONFIRMED;
        }
        return needsDistrict && decidedBy == null ? EntryState.WITH_DISTRICT : EntryState.RECORDED;
    }
}
