package org.yiwang.dossier;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What all entries of a dossier have in common.
 *
 * @param volunteerId whose
 * @param entryId which
 * @param part the group
 * @param state where it stands
 * @param organizationId the organization that recorded or decides, null for an office or for one that came along
 * @param recorder its name at that time
 * @param origin where it came from, null if it was recorded here
 * @param answerBy last day to answer the volunteer's objection, null if there is none
 * @param at since when it stands so
 */
public record EntryMark(
        long volunteerId,
        long entryId,
        Part part,
        EntryState state,
        @Nullable Long organizationId,
        String recorder,
        @Nullable Origin origin,
        @Nullable LocalDate answerBy,
        Instant at) {}
