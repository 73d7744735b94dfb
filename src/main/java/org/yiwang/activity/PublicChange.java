package org.yiwang.activity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was changed in a public activity, for its readers.
 *
 * @param step {@code correct} or {@code shorten}, end of a message key
 * @param at when
 * @param parts what was corrected: {@code description}, {@code address}, {@code contact}, {@code protections}
 * @param reason why
 */
public record PublicChange(
        String step,
        Instant at,
        List<String> parts,
        @Nullable String reason) {}
