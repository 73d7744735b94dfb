package org.yiwang.dossier;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One volunteer's service in a closed activity: who has spoken, and since when each sees the other's words. */
record Turn(
        long activityId,
        long volunteerId,
        LocalDate servedOn,
        Instant openUntil,
        @Nullable Instant teamAt,
        @Nullable Instant volunteerAt,
        @Nullable Instant openedAt,
        @Nullable Voice voice) {

    /** Whether each sees what the other said: both have spoken, or the time has run out. */
    boolean isOpened(Instant now) {
        return openedAt != null || !now.isBefore(openUntil);
    }

    /** Refuses whoever would speak too late, or change words that the other side has seen. */
    void requireOpen(Instant now) {
        if (!now.isBefore(openUntil)) {
            throw new org.yiwang.kernel.Refusal(DossierProblem.TIME_OVER);
        }
        if (openedAt != null) {
            throw new org.yiwang.kernel.Refusal(DossierProblem.BOTH_SPOKE);
        }
    }
}
