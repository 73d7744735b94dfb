package org.yiwang.teamstar;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Rule {@code teamstar.scheme}: how the stars of teams follow from a calendar year (domain H2 asks for activities, hours,
 * quality, retention and ratings; the weights and steps are the platform's defaults, to be changed by a new version). Whole
 * numbers only: the measure of each part gives points by a table of steps, 0 to 1000; the points times the weights, divided by
 * the weights of the parts that could be measured, are the total.
 *
 * <p><b>Small teams are not punished.</b> Hours are for each active person; quality, staying and time kept are shares; of
 * activities one a month brings all points, and more bring no more. A part for which there was nothing to measure (no spot
 * check, no year before) is left out, and the others weigh more. Who is active is told by the records, not by the list of
 * members: nobody improves a figure by striking people off, and children, who are in no list, count as well.
 *
 * <p><b>Quantity alone never gives five stars.</b> The five need points of quality and so many parts measured besides
 * quantity; a scheme in which quantity could reach them is refused.
 *
 * @param teamTypes codes of the table {@code team-type} whose organizations are teams
 * @param minActivities fewer closed activities give no stars
 * @param activeDays somebody who served on so many different days of a year was active in it
 * @param newcomerDays somebody who began fewer days before the end of the year had no time to come again
 * @param honourPerMille so much of the minutes that count may be honour time
 * @param casePerMille so much of total and quality is lost for each case in which false hours were found
 * @param speakDays working days in which the team may ask for a look
 * @param noticeDays days of public notice
 * @param parts weight and steps of each part
 * @param levels what each number of stars needs, one star first
 */
public record StarScheme(
        List<String> teamTypes,
        int minActivities,
        int activeDays,
        int newcomerDays,
        int honourPerMille,
        int casePerMille,
        int speakDays,
        int noticeDays,
        Map<Part, Scale> parts,
        List<Level> levels) {

    /** Key of the rule. */
    public static final String KEY = "teamstar.scheme";

    /** All there is. */
    public static final int FULL = 1000;

    /** Most stars. */
    public static final int MOST = 5;

    /** Refuses a scheme that cannot work, or in which quantity alone could reach five stars. */
    public StarScheme {
        check(minActivities >= 1 && activeDays >= 1 && newcomerDays >= 0 && newcomerDays < 365, "conditions");
        check(honourPerMille >= 0 && honourPerMille < FULL && casePerMille >= 0 && casePerMille <= FULL, "per mille");
        check(speakDays >= 1 && noticeDays >= 1, "days");
        check(parts.size() == Part.values().length, "parts");
        check(levels.size() == MOST, "levels");
        for (int i = 1; i < MOST; i++) {
            check(levels.get(i).total() > levels.get(i - 1).total(), "levels do not rise");
        }
        Level five = levels.getLast();
        check(five.total() <= FULL && five.quality() > 0 && five.measured() > 0, "five stars need quality");
        int all = parts.values().stream().mapToInt(Scale::weight).sum();
        int quantity = parts.entrySet().stream()
                .filter(p -> p.getKey().kind() == Part.Kind.QUANTITY)
                .mapToInt(p -> p.getValue().weight())
                .sum();
        check(all > 0 && quantity * FULL / all < five.total(), "quantity alone would give five stars");
        parts = Map.copyOf(new EnumMap<>(parts));
        levels = List.copyOf(levels);
    }

    private static void check(boolean fine, String what) {
        if (!fine) {
            throw new IllegalArgumentException("teamstar.scheme: " + what);
        }
    }

    /** What the scheme says of a part. */
    public Scale scale(Part part) {
        return Objects.requireNonNull(parts.get(part));
    }

    /** The measure of a part, null where there is nothing to measure: minutes, a number, or thousandths, rounded down. */
    @Nullable
    Long measure(Part part, Figures figures) {
        long base = figures.base(part);
        return switch (part.unit()) {
            case COUNT -> figures.count(part);
            case MINUTES -> base == 0 ? null : minutes(figures) / base;
            case PER_MILLE -> base == 0 ? null : figures.count(part) * FULL / base;
        };
    }

    /** Minutes that count: credit time, and honour time up to its share of them all. */
    long minutes(Figures figures) {
        long credit = figures.service().creditMinutes();
        return credit + Math.min(figures.service().honourMinutes(), credit * honourPerMille / (FULL - honourPerMille));
    }

    /** What the figures come to under this scheme. */
    public Rating rate(Figures figures) {
        List<Rating.Scored> scored = new ArrayList<>();
        for (Part part : Part.values()) {
            Long measure = measure(part, figures);
            Scale scale = scale(part);
            scored.add(new Rating.Scored(
                    part, measure, measure == null ? 0 : scale.points(measure), measure == null ? 0 : scale.weight()));
        }
        int lost = Math.min(FULL, casePerMille * figures.cases());
        int total = Math.max(0, mean(scored) - lost);
        int quality = Math.max(
                0,
                mean(scored.stream()
                                .filter(s -> s.part().kind() == Part.Kind.QUALITY)
                                .toList())
                        - lost);
        int measured = (int) scored.stream()
                .filter(s -> s.measure() != null && s.part().kind() != Part.Kind.QUANTITY)
                .count();
        List<Obstacle> obstacles = obstacles(figures);
        int earned = earned(total, quality, measured);
        return new Rating(obstacles.isEmpty() ? earned : 0, earned, total, quality, lost, measured, scored, obstacles);
    }

    private int earned(int total, int quality, int measured) {
        int stars = 0;
        for (Level level : levels) {
            if (level.isReached(total, quality, measured)) {
                stars = levels.indexOf(level) + 1;
            }
        }
        return stars;
    }

    private List<Obstacle> obstacles(Figures figures) {
        List<Obstacle> found = new ArrayList<>();
        if (!figures.valid()) {
            found.add(Obstacle.NOT_VALID);
        }
        if (figures.service().activities() < minActivities) {
            found.add(Obstacle.TOO_FEW_ACTIVITIES);
        }
        if (figures.service().active() == 0) {
            found.add(Obstacle.NOBODY_ACTIVE);
        }
        if (figures.sanctioned()) {
            found.add(Obstacle.SANCTIONED);
        }
        if (figures.paid() > 0) {
            found.add(Obstacle.SOLD_HOURS);
        }
        return List.copyOf(found);
    }

    private static int mean(List<Rating.Scored> parts) {
        int weights = parts.stream().mapToInt(Rating.Scored::weight).sum();
        return weights == 0
                ? 0
                : parts.stream().mapToInt(s -> s.points() * s.weight()).sum() / weights;
    }

    /**
     * Weight and steps of a part.
     *
     * @param weight how much its points weigh among all
     * @param steps from which measure on which points, both rising; below the first step there are none
     */
    public record Scale(int weight, List<Step> steps) {

        /** Refuses steps that do not rise. */
        public Scale {
            check(weight >= 0 && !steps.isEmpty(), "weight and steps");
            for (int i = 0; i < steps.size(); i++) {
                Step step = steps.get(i);
                check(step.points() >= 0 && step.points() <= FULL, "points of a step");
                check(
                        i == 0
                                || step.from() > steps.get(i - 1).from()
                                        && step.points() > steps.get(i - 1).points(),
                        "steps do not rise");
            }
            steps = List.copyOf(steps);
        }

        /** The points of the last step that the measure reaches. */
        int points(long measure) {
            return steps.stream()
                    .filter(s -> measure >= s.from())
                    .mapToInt(Step::points)
                    .max()
                    .orElse(0);
        }
    }

    /**
     * A step.
     *
     * @param from from which measure on
     * @param points its points, 0 to 1000
     */
    public record Step(long from, int points) {}

    /**
     * What a number of stars needs.
     *
     * @param total points of all parts
     * @param quality points of the parts of quality
     * @param measured how many parts besides quantity could be measured
     */
    public record Level(int total, int quality, int measured) {

        boolean isReached(int totalPoints, int qualityPoints, int measuredParts) {
            return totalPoints >= total && qualityPoints >= quality && measuredParts >= measured;
        }
    }
}
