package org.yiwang.organization;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A dated step in the life of an organization.
 *
 * @param kind which
 * @param by name of who took it, null for the program
 * @param reason why, null if none was given
 * @param at when
 */
public record DecisionView(
        Kind kind, @Nullable String by, @Nullable String reason, Instant at) {

    /** Kinds of step. */
    public enum Kind {
        /** Applied for. */
        APPLIED,
        /** Corrected and sent again. */
        CORRECTED,
        /** Taken back by the applicant. */
        WITHDRAWN,
        /** Approved. */
        APPROVED,
        /** Sent back with reasons. */
        RETURNED,
        /** Stopped with reasons. */
        STOPPED,
        /** Restarted with reasons. */
        RESTARTED,
        /** Renewal of the filing asked for. */
        RENEWAL_ASKED,
        /** Filing renewed. */
        RENEWED,
        /** Renewal refused with reasons. */
        RENEWAL_REFUSED,
        /** Filing ran out. */
        EXPIRED,
        /** Put elsewhere in a tree. */
        PLACED
    }
}
