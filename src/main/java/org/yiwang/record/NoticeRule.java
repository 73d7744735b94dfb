package org.yiwang.record;

/**
 * Rule {@code record.notice}: how long records stand on public notice before they count (domain F15).
 *
 * @param days whole days from the moment of publication
 */
record NoticeRule(int days) {}
