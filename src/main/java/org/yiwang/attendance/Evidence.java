package org.yiwang.attendance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What speaks for one check-in or check-out.
 *
 * @param way how it was made
 * @param distanceMetres distance to the place, null if the phone gave none; the point itself is not kept
 * @param deviceReused whether the same device acted for somebody else in this activity
 * @param reason why the organizer ticked or attested it, null for scans and codes
 * @param byAccountId who scanned, ticked or attested; the person's own account for scans by the volunteer
 * @param statedAt when the phone says it was made, if it was sent later because there was no network; what counts is
 *     when it arrived. Null for a check that was sent at once.
 */
public record Evidence(
        Way way,
        @Nullable Integer distanceMetres,
        boolean deviceReused,
        @Nullable String reason,
        long byAccountId,
        @Nullable Instant statedAt) {

    /** Evidence of a check that was sent at once. */
    public Evidence(
            Way way,
            @Nullable Integer distanceMetres,
            boolean deviceReused,
            @Nullable String reason,
            long byAccountId) {
        this(way, distanceMetres, deviceReused, reason, byAccountId, null);
    }

    /** Whether it was sent later than it was made. */
    public boolean late() {
        return statedAt != null;
    }

    /** Ways to check in or out. */
    public enum Way {
        /** The volunteer scanned the activity's rotating code. */
        SCANNED_CODE,
        /** The volunteer typed its six digits. */
        TYPED_CODE,
        /** The organizer scanned the volunteer's card. */
        SCANNED_CARD,
        /** The person shows the activity's code to themselves, as one of its organizers: no second side was there. */
        OWN_CODE,
        /** The organizer ticked the roster. */
        ROSTER,
        /** The organizer attested a time after the event. */
        ATTESTED;

        /** Whether both sides are there when it is used. */
        public boolean isTwoSided() {
            return this == SCANNED_CODE || this == TYPED_CODE || this == SCANNED_CARD;
        }
    }

    /** Whether both sides were there at that moment: what makes credit time. */
    public boolean isTwoSided() {
        return way.isTwoSided();
    }
}
