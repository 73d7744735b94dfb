package org.yiwang.points;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was posted for one part of a record.
 *
 * @param volunteerId whose
 * @param recordId for which record
 * @param part for what
 * @param no number among the lines of this part of the record, from 1
 * @param amount points
 * @param percent of the points for the time, null for these themselves
 * @param basis what the team said, or the grade, null for the time
 * @param formulaVersion version of {@link Formula} by which it was computed
 * @param lastDay until when it can be used, null if it does not expire
 * @param postedAt when
 * @param transferId transfer of the ledger
 * @param takenBackAt since when it stands no more, null if it does
 * @param why it was taken back, null if it was not
 * @param owed what of it was still to be set off when it was taken back
 */
record Line(
        long volunteerId,
        long recordId,
        Part part,
        int no,
        long amount,
        @Nullable Integer percent,
        @Nullable String basis,
        int formulaVersion,
        @Nullable LocalDate lastDay,
        Instant postedAt,
        long transferId,
        @Nullable Instant takenBackAt,
        @Nullable Why why,
        long owed) {

    /** The same, posted by that transfer. */
    Line by(long transfer) {
        return new Line(
                volunteerId,
                recordId,
                part,
                no,
                amount,
                percent,
                basis,
                formulaVersion,
                lastDay,
                postedAt,
                transfer,
                takenBackAt,
                why,
                owed);
    }

    /** Whether it stands. */
    boolean stands() {
        return takenBackAt == null;
    }

    /** Whether its last day was over on that day. */
    boolean isOver(LocalDate today) {
        return lastDay != null && lastDay.isBefore(today);
    }

    /** Why a line was taken back. */
    enum Why {
        /** Its record counts no more, or was replaced. */
        CEASED,
        /** What it was computed from is otherwise by now. */
        CHANGED
    }
}
