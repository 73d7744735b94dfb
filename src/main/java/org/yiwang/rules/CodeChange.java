package org.yiwang.rules;

import java.time.Instant;

/**
 * A change of a code.
 *
 * @param after the row after it
 * @param byName who, by the name held then
 * @param at when
 * @param why the reason given
 */
public record CodeChange(CodeRow after, String byName, Instant at, String why) {}
