package org.yiwang.rules;

import java.time.Instant;

/**
 * A change of a code.
 *
 * @param after the row after it
 * @param byAccount who
 * @param at when
 * @param why the reason given
 */
public record CodeChange(CodeRow after, long byAccount, Instant at, String why) {}
