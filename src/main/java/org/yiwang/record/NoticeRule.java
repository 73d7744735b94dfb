package org.yiwang.record;

/**
 * Rule {@code record.notice}: how long records stand on public notice before they count (domain F15).
 *
 * @param days whole days from the moment of publication
 * @param oneSidedDays the same for attendance both ends of which rest on an organizer's word
 */
record NoticeRule(int days, int oneSidedDays) {

    int daysFor(boolean oneSided) {
        return oneSided ? Math.max(days, oneSidedDays) : days;
    }
}
