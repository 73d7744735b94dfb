package org.yiwang.bulk;

import java.time.LocalDate;

/**
 * What is to be generated. The same plan gives the same people, activities and records.
 *
 * @param seed the number that all chance comes from
 * @param volunteers how many volunteers
 * @param hours about how many hours of service in all
 * @param years in how many years before {@code until}
 * @param until the day on which the city stands; nothing that has happened is later than its beginning
 * @param boards the share of those who take part in boards, from 0 to 1
 */
public record CityPlan(long seed, int volunteers, long hours, int years, LocalDate until, double boards) {

    /** Volunteers of Wuhan at the end of 2024, and of the plan where nothing else is said. */
    public static final int VOLUNTEERS = 1_550_000;

    /** Their hours of service (domain §1.1). */
    public static final long HOURS = 6_730_000;

    /** One in five takes part in boards where nothing else is said: nobody does without having agreed (PIPL art. 25). */
    public static final double BOARDS = 0.2;

    private static final int VOLUNTEERS_OF_A_TEAM = 369;
    private static final LocalDate EARLIEST = LocalDate.of(2020, 2, 1);
    private static final int LEAST = 10;

    /** Refuses what cannot be: too few people for a team, or years before there were numbers for them. */
    public CityPlan {
        if (volunteers < LEAST
                || hours < 0
                || years < 1
                || until.minusYears(years + 2L).isBefore(EARLIEST)) {
            throw new IllegalArgumentException("at least " + LEAST + " volunteers, and years since "
                    + EARLIEST.getYear() + " that leave two before them to register in");
        }
        if (!(boards >= 0 && boards <= 1)) {
            throw new IllegalArgumentException("a share from 0 to 1 on boards");
        }
    }

    /** As many hours for each volunteer as in the whole city. */
    public static long hoursFor(int volunteers) {
        return Math.max(1, HOURS * volunteers / VOLUNTEERS);
    }

    /** How many teams: about 4,200 for the whole city. */
    int teams() {
        return Math.max(1, volunteers / VOLUNTEERS_OF_A_TEAM);
    }

    /** First day of service. */
    LocalDate begin() {
        return until.minusYears(years);
    }

    /** First day on which anybody registers. */
    LocalDate first() {
        return begin().minusYears(1);
    }
}
