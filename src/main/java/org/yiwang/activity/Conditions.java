package org.yiwang.activity;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a post asks of those who take it. Absent means: nothing asked.
 *
 * @param minAge years completed on the day of the shift
 * @param maxAge years completed on the day of the shift
 * @param skills codes of the table {@code skill}; one of them is enough
 * @param minOwnMinutes effective service minutes already on record
 * @param qualifications codes of the table {@code qualification}; all are needed
 */
public record Conditions(
        @Nullable Integer minAge,
        @Nullable Integer maxAge,
        Set<String> skills,
        int minOwnMinutes,
        Set<String> qualifications) {

    /** Asks nothing. */
    public static final Conditions NONE = new Conditions(null, null, Set.of(), 0, Set.of());
}
