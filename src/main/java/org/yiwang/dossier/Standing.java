package org.yiwang.dossier;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How an entry stands, for those who change it. */
record Standing(
        long volunteerId,
        long entryId,
        Part part,
        EntryState state,
        @Nullable Long activityId,
        Holder holder,
        @Nullable String issuer,
        @Nullable LocalDate answerBy,
        @Nullable Instant shownFrom) {}
