package org.yiwang.record;

/**
 * Rule {@code record.counting}: how much before and after the shift still counts.
 *
 * @param toleranceBeforeMinutes minutes before the shift begins
 * @param toleranceAfterMinutes minutes after it ends
 */
record CountingRule(int toleranceBeforeMinutes, int toleranceAfterMinutes) {}
