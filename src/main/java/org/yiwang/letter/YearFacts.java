package org.yiwang.letter;

import java.time.LocalDate;
import java.util.List;

/**
 * All that a letter may speak of.
 *
 * @param year of which year
 * @param services services that count, of that year and before, in the order of their days
 * @param trainings trainings on record of that year, in the order of their days
 * @param commendations commendations on record of that year, in the order of their days
 * @param thanks words of thanks for services of that year, the latest first
 * @param friendshipDays from how many days on a team is an old friend
 */
record YearFacts(
        int year,
        List<Service> services,
        List<Learned> trainings,
        List<Award> commendations,
        List<Word> thanks,
        int friendshipDays) {

    /** A training. */
    record Learned(long entryId, String name, int minutes, LocalDate day) {}

    /** A commendation. */
    record Award(long entryId, String name, String unit, LocalDate day) {}

    /** A word of thanks. */
    record Word(long wordId, String words) {}
}
