package org.yiwang.dossier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an entry.
 *
 * @param what {@code APPLIED}, {@code RECORDED}, {@code REFUSED}, {@code SUPERSEDED}, {@code VOID}, {@code OBJECTED} or
 *     {@code KEPT}
 * @param at when
 * @param actorAccountId who, 0 for the program
 * @param why the reason or the words, null if none
 */
public record EntryStep(
        String what,
        Instant at,
        long actorAccountId,
        @Nullable String why) {}
