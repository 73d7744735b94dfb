package org.yiwang.letter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.Ids;

/**
 * A word of thanks from somebody who was served, or from a helper.
 *
 * @param activityId the activity
 * @param wordId which
 * @param words what was said, null once it was taken back
 * @param firstName the name to show to those who served, null if the writer gave none or did not want it shown
 * @param mayHang whether the team may print it for its wall
 * @param origin how it came
 * @param state where it stands
 * @param reason why it was not passed on, null unless refused
 * @param writtenAt when
 * @param enteredBy who noted what was told by phone, null otherwise
 * @param decidedAt when the team decided, null before
 */
public record KindWord(
        long activityId,
        long wordId,
        @Nullable String words,
        @Nullable String firstName,
        boolean mayHang,
        Origin origin,
        State state,
        @Nullable Reason reason,
        Instant writtenAt,
        @Nullable Long enteredBy,
        @Nullable Instant decidedAt) {

    /** One that waits for the team's look. */
    static KindWord waiting(long activityId, Draft said, Origin origin, Instant at, @Nullable Long enteredBy) {
        return new KindWord(
                activityId,
                Ids.next(),
                said.words(),
                said.firstName(),
                said.mayHang(),
                origin,
                State.WAITING,
                null,
                at,
                enteredBy,
                null);
    }

    /** How it came. */
    public enum Origin {
        /** Written under the code of the activity. */
        WRITTEN,
        /** Told by phone or face to face, and noted by the team. */
        TOLD
    }

    /** Where it stands. */
    public enum State {
        /** The team has a look at it. */
        WAITING,
        /** All who served in the activity may read it. */
        DELIVERED,
        /** Not passed on. */
        REFUSED,
        /** Taken back by who said it: the words are gone. */
        WITHDRAWN
    }

    /** Why it is not passed on. */
    public enum Reason {
        /** It insults somebody. */
        ABUSE,
        /** It says who somebody is or where somebody lives. */
        PERSONAL,
        /** It advertises something. */
        ADVERTISING,
        /** It is not about this service. */
        NOT_ABOUT
    }

    /**
     * What somebody says.
     *
     * @param words one to 200 characters
     * @param firstName how the person wants to be called, null if not at all
     * @param showName whether those who served may read the name; without it no name is kept
     * @param mayHang whether the team may print it for its wall, without the name
     */
    public record Draft(String words, @Nullable String firstName, boolean showName, boolean mayHang) {}
}
