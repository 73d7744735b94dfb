package org.yiwang.attendance;

import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.Actor;

/**
 * One check to be made, proved already by code, card or the organizer's word.
 *
 * @param activityId the activity
 * @param volunteerId who arrives or leaves
 * @param direction what it means
 * @param evidence what speaks for it; whether the device was reused is found out on the way
 * @param deviceDigest digest of the device's mark, null if there is none or the organizer's device acted
 * @param self who says to be the person or the guardian, which is still to be checked; null if an organizer acts, who was
 *     checked already
 */
record Check(
        long activityId,
        long volunteerId,
        Direction direction,
        Evidence evidence,
        byte @Nullable [] deviceDigest,
        @Nullable Actor self) {}
