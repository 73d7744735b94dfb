package org.yiwang.volunteer;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A case that waits for a decision, masked.
 *
 * @param id its id
 * @param volunteer about whom
 * @param kind what it is about
 * @param documentType code of the table {@code id-type}
 * @param maskedDocument E******78
 * @param statement what the person wrote, empty if nothing
 * @param maskedContact number of who asks, null if nobody is to be called
 * @param residence full name of the community
 * @param openedAt when it came
 * @param dueOn last working day for the decision
 * @param overdue whether that day is past
 * @param approved null until it is decided
 * @param reason reason of the decision
 * @param pictures how many pictures of the document there are
 */
public record ReviewView(
        long id,
        VolunteerView volunteer,
        Kind kind,
        String documentType,
        String maskedDocument,
        String statement,
        @Nullable String maskedContact,
        String residence,
        Instant openedAt,
        LocalDate dueOn,
        boolean overdue,
        @Nullable Boolean approved,
        @Nullable String reason,
        int pictures) {

    /** What a case is about. */
    public enum Kind {
        /** A document whose number proves nothing by itself. */
        DOCUMENT,
        /** Somebody says that a taken document is theirs. */
        APPEAL,
        /** Somebody says: that registration was not me. */
        DISOWNED
    }
}
