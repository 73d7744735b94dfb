package org.yiwang.bulk;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The days on which a team serves: as many as its busiest member needs, more of them at weekends. */
final class Days {

    private static final int LEAST = 12;
    private static final int CREW = 10;
    private static final double WEEKEND = 2.2;

    private Days() {}

    /**
     * Some days before a city stands, in order.
     *
     * @param times how often each member wants to serve
     */
    static List<LocalDate> of(CityPlan plan, Chance chance, int[] times) {
        int all = (int) (plan.until().toEpochDay() - plan.begin().toEpochDay());
        int sum = 0;
        int busiest = 0;
        for (int n : times) {
            sum += n;
            busiest = Math.max(busiest, n);
        }
        int wanted = Math.min(Math.max(Math.max(LEAST, (int) (busiest * 1.1)), Math.min(sum / CREW, all / 3)), all);
        List<Drawn> drawn = new ArrayList<>(all);
        for (int i = 0; i < all; i++) {
            LocalDate day = plan.begin().plusDays(i);
            boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
            drawn.add(new Drawn(day, Math.pow(chance.part(), 1 / (weekend ? WEEKEND : 1))));
        }
        return drawn.stream()
                .sorted(Comparator.comparingDouble(Drawn::lot).reversed())
                .limit(wanted)
                .map(Drawn::day)
                .sorted()
                .toList();
    }

    private record Drawn(LocalDate day, double lot) {}
}
