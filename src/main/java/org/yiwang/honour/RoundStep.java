package org.yiwang.honour;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done about a round.
 *
 * @param what message key {@code honour.step.<what>}
 * @param at when
 * @param actorAccountId by whom; 0 for the program
 * @param why with which words, null if none
 */
public record RoundStep(
        String what,
        Instant at,
        long actorAccountId,
        @Nullable String why) {}
