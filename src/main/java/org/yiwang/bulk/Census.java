package org.yiwang.bulk;

import java.time.LocalDate;
import org.yiwang.bulk.Chance.Stream;
import org.yiwang.kernel.Refusal;

/**
 * What must be known of everybody before anybody is written: who belongs to which team, when people were born, so that no
 * two have one identity number, and how often each of them serves, so that the hours come to what is asked for. Three
 * numbers a person, so that a city of millions fits into memory.
 */
final class Census {

    /** Areas of identity numbers below the city that were never given out: what is generated belongs to nobody. */
    private static final int AREAS = 9;

    /** Running numbers of three digits, every other one for women; 000 is not used. */
    private static final int NUMBERS = 499;

    private static final int[][] AGES = {
        {8, 13, 2}, {14, 17, 6}, {18, 24, 22}, {25, 34, 16}, {35, 44, 15}, {45, 59, 19}, {60, 69, 14}, {70, 85, 6}
    };
    private static final int[] AGE_WEIGHTS = {2, 6, 22, 16, 15, 19, 14, 6};
    private static final int OLDEST = 87;

    /** Of a hundred people these have registered and never served. */
    private static final double NEVER = 45;

    private static final double SHAPE = 1.35;

    /** No team is larger than so many times the middle one. */
    private static final double LARGEST = 8;

    /** What people come early and leave late, within the tolerance, on average. */
    private static final int SECONDS_MORE = 210;

    private final CityPlan plan;
    private final int[] firstOfTeam;
    private final int[] born;
    private final short[] sequence;
    private final short[] quota;

    Census(CityPlan plan) {
        this.plan = plan;
        this.firstOfTeam = teams(plan);
        this.born = new int[plan.volunteers()];
        this.sequence = new short[plan.volunteers()];
        this.quota = new short[plan.volunteers()];
        births();
        quotas();
    }

    int teams() {
        return firstOfTeam.length - 1;
    }

    /** First of the people of a team; {@code first(teams())} is the number of all. The first one leads it. */
    int first(int team) {
        return firstOfTeam[team];
    }

    LocalDate born(int person) {
        return LocalDate.ofEpochDay(born[person]);
    }

    boolean isMan(int person) {
        return sequence[person] % 2 == 1;
    }

    /** Area of the identity number, of the city's four digits. */
    String area(String city, int person) {
        return city + "9" + (1 + person % AREAS);
    }

    /** Running number of the identity number: odd for men. */
    int sequence(int person) {
        return sequence[person];
    }

    /** How often the person serves. */
    int quota(int person) {
        return quota[person];
    }

    private static int[] teams(CityPlan plan) {
        int teams = plan.teams();
        double[] sizes = new double[teams];
        double sum = 0;
        for (int t = 0; t < teams; t++) {
            sizes[t] = Math.min(LARGEST, new Chance(plan.seed(), Stream.TEAMS, t).size(0.8));
            sum += sizes[t];
        }
        int[] first = new int[teams + 1];
        double before = 0;
        for (int t = 0; t < teams; t++) {
            before += sizes[t];
            int end = (int) Math.round(before / sum * plan.volunteers());
            // Everybody has a team, and every team somebody.
            first[t + 1] = Math.clamp(end, first[t] + 1, plan.volunteers() - (teams - t - 1));
        }
        return first;
    }

    /** The first of each team is of an age to lead it. */
    private void births() {
        LocalDate from = plan.until().minusYears(OLDEST);
        int days = (int) (plan.until().toEpochDay() - from.toEpochDay()) + 1;
        short[] taken = new short[days * AREAS * 2];
        for (int t = 0; t < teams(); t++) {
            for (int i = first(t); i < first(t + 1); i++) {
                Chance chance = new Chance(plan.seed(), Stream.BIRTHS, i);
                int[] ages = i == first(t) ? new int[] {28, 62} : AGES[chance.weighted(AGE_WEIGHTS)];
                LocalDate birth = plan.until()
                        .minusYears(chance.between(ages[0], ages[1]))
                        .minusDays(chance.between(1, 364));
                int man = chance.percent(44) ? 1 : 0;
                int cell = (int) (birth.toEpochDay() - from.toEpochDay()) * AREAS * 2 + i % AREAS * 2 + man;
                int number = ++taken[cell];
                if (number > NUMBERS) {
                    throw new Refusal(BulkProblem.TOO_MANY);
                }
                born[i] = (int) birth.toEpochDay();
                // Women have 002, 004 …, men 001, 003 ….
                sequence[i] = (short) (2 * number - man);
            }
        }
    }

    private void quotas() {
        int most = (int) Math.min(450, (plan.until().toEpochDay() - plan.begin().toEpochDay()) * 55 / 100);
        double wanted = plan.hours() * 60.0 / (Theme.meanMinutes() + SECONDS_MORE / 60.0);
        double[] often = new double[plan.volunteers()];
        double sum = 0;
        for (int i = 0; i < often.length; i++) {
            Chance chance = new Chance(plan.seed(), Stream.QUOTAS, i);
            often[i] = chance.percent(NEVER) ? 0 : Math.min(most, chance.often(SHAPE));
            sum += often[i];
        }
        double left = 0;
        for (int i = 0; i < often.length; i++) {
            // What is lost by rounding goes to whoever comes next.
            double exact = often[i] == 0 ? 0 : often[i] * wanted / sum + left;
            quota[i] = (short) Math.clamp((long) exact, 0L, most);
            left = often[i] == 0 ? left : exact - quota[i];
        }
    }
}
