package org.yiwang.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change in the life of a record.
 *
 * @param state the state it came to
 * @param hold what it then waited for
 * @param at when
 * @param actorAccountId who; 0 for the program
 * @param why the reason given, or a message key beginning with {@code record.why.}
 * @param evidence what shows that it is right, for the volunteer; null where none was given
 * @param ruleKey the rule applied, null where none was
 * @param ruleVersion its version
 * @param who in which capacity they acted then; null in steps from before it was kept
 */
public record RecordStep(
        RecordState state,
        @Nullable Hold hold,
        Instant at,
        long actorAccountId,
        @Nullable String why,
        @Nullable String evidence,
        @Nullable String ruleKey,
        @Nullable Integer ruleVersion,
        TrailLine.@Nullable Who who) {}
