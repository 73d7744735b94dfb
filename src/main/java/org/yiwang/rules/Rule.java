package org.yiwang.rules;

/**
 * A rule as it holds at a moment. Whoever decides by it stores {@code version} with the decision.
 *
 * @param key name of the rule, for example {@code record.daily-caps}
 * @param version number of the version, from 1
 * @param value what it says
 */
public record Rule<T>(String key, int version, T value) {}
