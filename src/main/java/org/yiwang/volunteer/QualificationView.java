package org.yiwang.volunteer;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.Label;

/**
 * What a volunteer states to be qualified for.
 *
 * @param volunteerId whose it is
 * @param id id of the statement, within the volunteer's
 * @param code code of the table {@code qualification}
 * @param name what it is called
 * @param evidence number of the certificate or who issued it, in the person's words
 * @param validUntil last day on which it holds, null without an end
 * @param state where it stands
 * @param statedAt when it was stated
 * @param decidedAt when somebody decided, null while nobody has
 * @param reason why it was returned, or what the decider noted
 */
public record QualificationView(
        long volunteerId,
        long id,
        String code,
        Label name,
        String evidence,
        @Nullable LocalDate validUntil,
        State state,
        Instant statedAt,
        @Nullable Instant decidedAt,
        @Nullable String reason) {

    /** Where a statement stands. */
    public enum State {
        /** Waits for a decision. */
        STATED,
        /** Somebody who may has looked at the certificate. */
        CONFIRMED,
        /** Not accepted, with a reason; may be stated again. */
        RETURNED,
        /** Taken back by the person. */
        WITHDRAWN
    }

    /** Whether it was confirmed and its last day is over. */
    public boolean expiredOn(LocalDate day) {
        return validUntil != null && validUntil.isBefore(day);
    }
}
