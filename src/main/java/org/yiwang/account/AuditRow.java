package org.yiwang.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit trail.
 *
 * @param id its id
 * @param at when
 * @param accountId who; 0 for the program
 * @param name the person's name then
 * @param what {@code <module>.<verb>}
 * @param subject what it was done to
 * @param why reason or purpose, if one was given
 */
public record AuditRow(
        long id,
        Instant at,
        long accountId,
        String name,
        String what,
        String subject,
        @Nullable String why) {}
