package org.yiwang.honour;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.Refusal;

/**
 * What somebody says during public notice, or what the program found when it looked again before publication.
 *
 * @param id its id
 * @param roundId the round
 * @param nominationId about whom, null if about nobody in particular
 * @param receipt by which whoever wrote it finds the answer
 * @param words what is said; a message key {@code honour.why.…} if the program found it
 * @param contact how to reach who wrote it, for the office only; null once erased
 * @param madeAt when
 * @param state where it stands
 * @param reply what the nominee said to it, null if nothing
 * @param reason the office's reason, null before
 * @param toldBy account of who put the removal forward, null unless somebody did
 * @param removeOn last day for a reply, after which the nominee is removed without one, null unless told
 * @param decidedAt when it was answered, null before
 * @param found whether the program found it
 */
public record Objection(
        long id,
        long roundId,
        @Nullable Long nominationId,
        String receipt,
        String words,
        @Nullable String contact,
        Instant madeAt,
        State state,
        @Nullable String reply,
        @Nullable String reason,
        @Nullable Long toldBy,
        @Nullable LocalDate removeOn,
        @Nullable Instant decidedAt,
        boolean found) {

    /** What the program found about a nominee who is to be awarded; waits for the office. */
    static Objection found(long id, Nominee nominee, String why, Instant now) {
        return new Objection(
                id,
                nominee.roundId(),
                nominee.id(),
                "found " + id,
                why,
                null,
                now,
                State.OPEN,
                null,
                null,
                null,
                null,
                null,
                true);
    }

    /** Without what was said and by whom, as an officer whom it concerns sees it. */
    Objection sealed() {
        return new Objection(
                id,
                roundId,
                nominationId,
                receipt,
                "",
                null,
                madeAt,
                state,
                reply,
                reason,
                toldBy,
                removeOn,
                decidedAt,
                found);
    }

    /** Whether the round cannot be published before it is answered. */
    public boolean isOpen() {
        return state == State.OPEN || isTold();
    }

    /** Whether the program found that the registration of the nominee is not valid. */
    boolean isAboutRegistration() {
        return found && words.equals(RoundLife.reason(new Refusal(HonourProblem.NOT_VALID)));
    }

    /** Whether the nominee was told of the removal and it is not decided. */
    public boolean isTold() {
        return state == State.TOLD || state == State.ANSWERED;
    }

    /** Where an objection stands. */
    public enum State {
        /** Waits for the office. */
        OPEN,
        /** The office would remove the nominee, who was told with the reason and may reply. */
        TOLD,
        /** The nominee has replied: another person decides. */
        ANSWERED,
        /** Nothing changes, with a reason. */
        REJECTED,
        /** The nominee was removed. */
        UPHELD
    }
}
