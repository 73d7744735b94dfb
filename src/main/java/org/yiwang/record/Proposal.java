package org.yiwang.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.Period;

/**
 * A correction that is not carried out at once: one that lowers what counts or may count is told to the volunteer first,
 * one that raises it waits for a second person.
 *
 * @param key the record
 * @param proposalId its own number
 * @param served the time that was really served; null if the record is to be void
 * @param minutes minutes that count afterwards; 0 if it is to be void
 * @param kind credit or honour time afterwards
 * @param reason why, for the volunteer
 * @param evidence what shows it, for the volunteer
 * @param ruleKey the rule applied
 * @param ruleVersion its version
 * @param proposedBy the organizer's account
 * @param confirmedBy the account of the second person; null where none was asked, or has not confirmed it yet
 * @param proposedAt when it was proposed and told
 * @param takesEffectOn when it is carried out, unless the volunteer agrees before or a case is open
 * @param state what became of it
 * @param closedAt since when it is no longer open
 */
public record Proposal(
        RecordKey key,
        long proposalId,
        @Nullable Period served,
        int minutes,
        TimeKind kind,
        String reason,
        String evidence,
        String ruleKey,
        int ruleVersion,
        long proposedBy,
        @Nullable Long confirmedBy,
        Instant proposedAt,
        Instant takesEffectOn,
        State state,
        @Nullable Instant closedAt) {

    /** Whether the record is to be void. */
    public boolean isVoid() {
        return served == null;
    }

    /** Whether it raises the record and waits for a second person. */
    public boolean isUnconfirmed() {
        return state == State.UNCONFIRMED;
    }

    /** What became of a proposal. */
    public enum State {
        /** It raises the record: another person of the organization confirms it or turns it down. */
        UNCONFIRMED,
        /** The volunteer may agree or object. */
        OPEN,
        /** The volunteer agreed, and it was carried out at once. */
        AGREED,
        /** Carried out on its day. */
        CARRIED_OUT,
        /** Taken back: by whoever proposes, or because it was decided about an objection that the record stands. */
        WITHDRAWN,
        /** Somebody else changed the record meanwhile, so that it came to nothing. */
        OVERTAKEN,
        /** The second person did not confirm it. */
        TURNED_DOWN,
        /** No second person said anything in time. */
        EXPIRED
    }
}
