package org.yiwang.rules;

import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.Actor;

/**
 * Somebody changed a code, a rule or the calendar. Published in the same transaction.
 *
 * @param by who
 * @param what {@code rules.<verb>}, for the audit trail
 * @param subject what was changed, {@code <kind>:<name>}
 * @param why the reason given, null if none
 */
public record RulesChanged(
        Actor by, String what, String subject, @Nullable String why) {}
