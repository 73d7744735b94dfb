package org.yiwang.organization;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A post held by somebody, now or before.
 *
 * @param id the row
 * @param organizationId where
 * @param organizationName its name
 * @param post which
 * @param accountId who
 * @param name full name; empty when the person is no volunteer any more
 * @param how how the person came to it
 * @param chosenOn day of the election or appointment
 * @param record what was written about it
 * @param begunAt since when, null while it is only offered
 * @param endedAt until when, null while it lasts
 * @param endReason why it ended
 */
public record PostView(
        long id,
        long organizationId,
        String organizationName,
        Post post,
        long accountId,
        String name,
        HowChosen how,
        LocalDate chosenOn,
        @Nullable String record,
        @Nullable Instant begunAt,
        @Nullable Instant endedAt,
        @Nullable String endReason) {

    /** Whether the person must still accept it. */
    public boolean isOffered() {
        return begunAt == null && endedAt == null;
    }

    /** Whether it is held now. */
    public boolean isHeld() {
        return begunAt != null && endedAt == null;
    }
}
