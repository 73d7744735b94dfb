package org.yiwang.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.RegionCode;

/**
 * A transfer to another district.
 *
 * @param volunteerId whose
 * @param transferId which
 * @param from community that is left
 * @param to community of the new residence
 * @param reason why, in the person's words; may be empty
 * @param state where it stands
 * @param askedAt when it was asked for
 * @param dueOn last day of whoever has to answer now
 * @param leftBy who confirmed for the district that is left; 0 for silence, null while nobody has
 * @param refusedBecause why it was refused, null if it was not
 * @param appealed whether the city was asked after a refusal
 * @param escalated whether the city decides as well because the receiving district is late
 * @param endedAt when it was over, null while it is not
 * @param steps everything that happened, in order; empty in lists
 */
public record TransferView(
        long volunteerId,
        long transferId,
        RegionCode from,
        RegionCode to,
        String reason,
        State state,
        Instant askedAt,
        LocalDate dueOn,
        @Nullable Long leftBy,
        @Nullable String refusedBecause,
        boolean appealed,
        boolean escalated,
        @Nullable Instant endedAt,
        List<Step> steps) {

    /** Where a transfer stands. */
    public enum State {
        /** Waits for the district that is left. */
        ASKED,
        /** Waits for the district that receives. */
        LEFT,
        /** Was refused; the city looks again. */
        APPEALED,
        /** Both agreed. */
        DONE,
        /** One did not. */
        REFUSED,
        /** The person changed their mind. */
        WITHDRAWN;

        /** Whether somebody still has to answer. */
        public boolean isOpen() {
            return this == ASKED || this == LEFT || this == APPEALED;
        }
    }

    /**
     * Something that happened.
     *
     * @param what as stored: a state, {@code LEFT_BY_TIME} or {@code ESCALATED}
     * @param at when
     * @param actorAccountId who; 0 for the program
     * @param why reason, null if none was given
     */
    public record Step(
            String what,
            Instant at,
            long actorAccountId,
            @Nullable String why) {}

    TransferView with(List<Step> all) {
        return new TransferView(
                volunteerId,
                transferId,
                from,
                to,
                reason,
                state,
                askedAt,
                dueOn,
                leftBy,
                refusedBecause,
                appealed,
                escalated,
                endedAt,
                all);
    }
}
