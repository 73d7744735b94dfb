package org.yiwang.record;

/**
 * Rule {@code record.raise}: how long a correction that raises a record waits for a second person (domain F2).
 *
 * @param expiresDays whole days from the moment it is proposed, after which it lapses
 */
record RaiseRule(int expiresDays) {}
