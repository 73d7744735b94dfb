package org.yiwang.door.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * The numbers of the city that everybody sees, with what they are made of.
 *
 * @param servedToday how many people have checked in today
 * @param from first of the days on which service is counted
 * @param to last of them: today
 * @param countedBy versions of the rule by which that service is counted
 * @param divisions the districts, and at last whatever is in none of them
 */
public record CityFigures(
        int servedToday, LocalDate from, LocalDate to, List<Integer> countedBy, List<Division> divisions) {

    /** What the front page shows: what there is, in order. */
    public List<Figure> shown() {
        List<Figure> all = new ArrayList<>();
        add(all, "served-today", servedToday);
        add(all, "hours-30-days", sum(Division::minutes) / 60);
        add(all, "volunteers", sum(Division::volunteers));
        add(all, "organizations", sum(Division::organizations));
        return all;
    }

    /** The sum of all divisions. */
    public long sum(ToLongFunction<Division> number) {
        return divisions.stream().mapToLong(number).sum();
    }

    private static void add(List<Figure> all, String what, long number) {
        if (number > 0) {
            all.add(new Figure("door.figure." + what, number));
        }
    }

    /**
     * A number of the city.
     *
     * @param key message of what it counts; with {@code .unit} of its unit and {@code .what} of how it is counted
     * @param value the number
     */
    public record Figure(String key, long value) {}

    /**
     * The part of a district.
     *
     * @param name its name; empty for what is in none
     * @param volunteers valid registrations of people who live there
     * @param organizations bodies and teams there that may act
     * @param creditMinutes credit time of service there
     * @param honourMinutes honour time of service there
     * @param waitingMinutes service there that waits to count
     */
    public record Division(
            String name,
            long volunteers,
            long organizations,
            long creditMinutes,
            long honourMinutes,
            long waitingMinutes) {

        /** All service, whether it counts yet or not; of no one kind. */
        public long minutes() {
            return creditMinutes + honourMinutes + waitingMinutes;
        }
    }
}
