package org.yiwang.record;

import org.jspecify.annotations.Nullable;

/**
 * Who decided something about records, and why. The volunteer reads it.
 *
 * @param actorAccountId who; 0 for the program
 * @param why the reason typed, or a message key beginning with {@code record.why.}
 * @param ruleKey the rule applied, null where none was
 * @param ruleVersion its version, present exactly when there is a rule
 */
public record Because(
        long actorAccountId,
        String why,
        @Nullable String ruleKey,
        @Nullable Integer ruleVersion) {

    /** A decision that no rule in particular demands. */
    public static Because of(long actorAccountId, String why) {
        return new Because(actorAccountId, why, null, null);
    }
}
