package org.yiwang.letter;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;

/**
 * When people are told that their year letter is ready (domain M7: year report per volunteer, anniversaries 3·5 and 12·5).
 *
 * @param sendOn the first day, as month and day: 12-05 is 国际志愿者日, 03-05 学雷锋纪念日
 * @param days within how many days, that day included
 * @param yearsBack of how many years before: 0 for the year that is ending
 * @param friendshipDays from how many days between the first service with a team and the last it is called an old friend
 */
record LetterRule(String sendOn, int days, int yearsBack, int friendshipDays) {

    static final String KEY = "letter.rule";

    /** Of which year letters go out on that day, if they do. */
    Optional<Integer> yearToSend(LocalDate day) {
        MonthDay first = MonthDay.parse("--" + sendOn);
        // Days before and after New Year's Eve belong to the sending that began last.
        LocalDate begin = first.atYear(day.getYear());
        if (begin.isAfter(day)) {
            begin = first.atYear(day.getYear() - 1);
        }
        return day.isBefore(begin.plusDays(days)) ? Optional.of(begin.getYear() - yearsBack) : Optional.empty();
    }
}
