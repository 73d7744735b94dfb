package org.yiwang.volunteer;

import java.time.Instant;

/**
 * A registration that waits for somebody's answer, as that person sees it.
 *
 * @param volunteerId the volunteer
 * @param asked who is asked
 * @param maskedName 张*
 * @param number unified number
 * @param maskedDocument 110***********1234
 * @param residence full name of the community
 * @param by name of who made the registration
 * @param at when it was made
 * @param until until when an answer is accepted
 */
public record PendingView(
        long volunteerId,
        Asked asked,
        String maskedName,
        String number,
        String maskedDocument,
        String residence,
        String by,
        Instant at,
        Instant until) {

    /** Who is asked about what. */
    public enum Asked {
        /** The person, about a registration by a desk. */
        PERSON,
        /** A guardian, about a child's registration by a desk. */
        GUARDIAN_OF_WARD,
        /** A guardian, about the registration that a minor made. */
        GUARDIAN_OF_MINOR
    }
}
