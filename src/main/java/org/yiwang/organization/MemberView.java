package org.yiwang.organization;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A membership, as leaders see it.
 *
 * @param accountId whose
 * @param name full name, masked while merely invited; empty when the person is no volunteer any more
 * @param number unified number
 * @param state asked, invited, member …
 * @param how the way in
 * @param message what the person wrote when asking
 * @param askedAt when asked or invited
 * @param joinedAt when the person became a member
 */
public record MemberView(
        long accountId,
        String name,
        String number,
        State state,
        How how,
        @Nullable String message,
        Instant askedAt,
        @Nullable Instant joinedAt) {

    /** Where a membership stands. */
    public enum State {
        /** Waits for a leader. */
        ASKED,
        /** Waits for the person. */
        INVITED,
        /** Is a member. */
        MEMBER,
        /** A leader said no. */
        REFUSED,
        /** The person said no. */
        DECLINED,
        /** The person left. */
        LEFT,
        /** A leader ended it. */
        REMOVED
    }

    /** The way in. */
    public enum How {
        /** Applied for the organization. */
        FOUNDED,
        /** Asked and was accepted. */
        REVIEWED,
        /** Joined at once. */
        DIRECT,
        /** Knew the pass-code. */
        PASS_CODE,
        /** Was invited and accepted. */
        INVITED
    }
}
