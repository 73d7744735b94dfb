package org.yiwang.organization;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A post to be given, with the record of how the person was chosen.
 *
 * @param post which
 * @param accountId who; a member
 * @param how elected or appointed
 * @param chosenOn day of the election or appointment, not in the future
 * @param record what to keep about it (votes, document number), null if nothing
 */
public record PostDraft(
        Post post,
        long accountId,
        HowChosen how,
        LocalDate chosenOn,
        @Nullable String record) {}
