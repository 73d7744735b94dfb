package org.yiwang.rules;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A version of a rule as it is kept.
 *
 * @param key name of the rule
 * @param version number, from 1
 * @param effectiveFrom first day on which it holds
 * @param value what it says, JSON
 * @param note why it was made
 * @param byName who made it, by the name held then; empty for the platform's own
 * @param at when it was made
 */
public record RuleVersion(
        String key, int version, LocalDate effectiveFrom, String value, String note, String byName, Instant at) {}
