package org.yiwang.entry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a person's line.
 *
 * @param volunteerId whose line
 * @param state where it stood then
 * @param what what was done: {@code entered}, {@code confirmed}, {@code agreed}, {@code approved}, {@code recorded},
 *     {@code refused}, {@code called-…} with what came out of the call, {@code unfit}, {@code disagreed}, {@code withdrawn}, {@code expired}
 * @param at when
 * @param actorAccountId by whom; 0 for the program
 * @param why the reason in words, or the key of a message
 * @param ruleKey the rule that decided, null where none did
 * @param ruleVersion its version
 */
public record EntryStep(
        long volunteerId,
        EntryState state,
        String what,
        Instant at,
        long actorAccountId,
        @Nullable String why,
        @Nullable String ruleKey,
        @Nullable Integer ruleVersion) {}
