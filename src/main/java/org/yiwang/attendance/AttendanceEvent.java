package org.yiwang.attendance;

import org.yiwang.kernel.Period;

/** What attendance tells the records. Published inside the transaction that did it. */
public sealed interface AttendanceEvent {

    /**
     * A check-in has its check-out: somebody served.
     *
     * @param pairId the pair
     * @param activityId the activity
     * @param shiftId the shift
     * @param volunteerId who
     * @param served from check-in to check-out
     * @param in evidence of the check-in
     * @param out evidence of the check-out
     */
    record PairClosed(
            long pairId, long activityId, long shiftId, long volunteerId, Period served, Evidence in, Evidence out)
            implements AttendanceEvent {}
}
