package org.yiwang.points;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiwang.record.TimeKind;
import org.yiwang.record.TrustGrade;

/**
 * Rule {@code points.formula}: what service comes to in points, from duration, attitude and quality (domain H3). Whole numbers
 * only; what is left of a point is dropped, once for each part.
 *
 * @param pointsPerHour points for an hour with the coefficient 1
 * @param creditPerMille coefficient of credit time, 1000 for 1
 * @param honourPerMille coefficient of honour time, 1000 for 1
 * @param categories coefficients of categories; of those not named it is 1
 * @param attitude so many percent more for what the team said of the service, by code of {@code evaluation-quality}
 * @param quality so many percent more for how well the record is borne out, by trust grade
 * @param capPerDay most points for the time of one day; 0 for no such limit
 * @param expiryMonths months after which points expire, counted from the day on which the record counts; 0 for never
 */
public record Formula(
        int pointsPerHour,
        int creditPerMille,
        int honourPerMille,
        List<Coefficient> categories,
        List<Share> attitude,
        List<Share> quality,
        int capPerDay,
        int expiryMonths) {

    /** Key of the rule. */
    public static final String KEY = "points.formula";

    /** No coefficient is above ten. */
    public static final int MOST_PER_MILLE = 10_000;

    /** No hour brings more. */
    public static final int MOST_PER_HOUR = 1_000;

    /** No day has room for more. */
    public static final int MOST_PER_DAY = 100_000;

    /** Points last no longer: a hundred years. */
    public static final int MOST_MONTHS = 1_200;

    private static final long WHOLE = 60L * 1_000 * 1_000;

    /** Refuses what makes no sense as a formula. */
    public Formula {
        within(pointsPerHour, 1, MOST_PER_HOUR, "pointsPerHour");
        within(creditPerMille, 0, MOST_PER_MILLE, "creditPerMille");
        within(honourPerMille, 0, MOST_PER_MILLE, "honourPerMille");
        within(capPerDay, 0, MOST_PER_DAY, "capPerDay");
        within(expiryMonths, 0, MOST_MONTHS, "expiryMonths");
        categories = List.copyOf(categories);
        attitude = List.copyOf(attitude);
        quality = List.copyOf(quality);
        once(categories.stream().map(Coefficient::code).toList(), "categories");
        once(attitude.stream().map(Share::code).toList(), "attitude");
        once(quality.stream().map(Share::code).toList(), "quality");
        quality.forEach(share -> TrustGrade.valueOf(share.code));
    }

    /**
     * Coefficient of a category.
     *
     * @param code of the table {@code category}
     * @param timesPerMille 1000 for 1
     */
    public record Coefficient(String code, int timesPerMille) {

        /** Refuses what is no coefficient. */
        public Coefficient {
            Objects.requireNonNull(code, "code");
            within(timesPerMille, 0, MOST_PER_MILLE, "timesPerMille");
        }
    }

    /**
     * What comes on top of the points for the time. Nothing is ever taken off for it: a lower grade says that there is less
     * evidence, and a poor word of the team is answered by an objection, not by a fine.
     *
     * @param code which evaluation, or which grade
     * @param percentMore so many percent of the points for the time
     */
    public record Share(String code, int percentMore) {

        /** Refuses what is no share. */
        public Share {
            Objects.requireNonNull(code, "code");
            within(percentMore, 0, 100, "percentMore");
        }
    }

    /** Coefficient of a category in thousandths. */
    public int ofCategory(String category) {
        return categories.stream()
                .filter(c -> c.code.equals(category))
                .findFirst()
                .map(Coefficient::timesPerMille)
                .orElse(1_000);
    }

    /** Coefficient of a kind of time in thousandths. */
    public int ofKind(TimeKind kind) {
        return kind == TimeKind.CREDIT ? creditPerMille : honourPerMille;
    }

    /** Points for the time of one record, before the most of a day. */
    public long forTime(int minutes, String category, TimeKind kind) {
        return (long) minutes * pointsPerHour * ofCategory(category) * ofKind(kind) / WHOLE;
    }

    /** Percent for what the team said; none if it said nothing. */
    public int forAttitude(@Nullable String evaluation) {
        return share(attitude, evaluation);
    }

    /** Percent for a trust grade; none without one. */
    public int forQuality(@Nullable String grade) {
        return share(quality, grade);
    }

    /** The last day of points of a record that counts since that day; null if they do not expire. */
    public @Nullable LocalDate lastDay(LocalDate countsSince) {
        return expiryMonths == 0 ? null : countsSince.plusMonths(expiryMonths);
    }

    /** What the day still has room for. */
    long roomLeft(long points, long already) {
        return capPerDay == 0 ? points : Math.clamp(capPerDay - already, 0, points);
    }

    private static int share(List<Share> shares, @Nullable String code) {
        return shares.stream()
                .filter(s -> s.code.equals(code))
                .findFirst()
                .map(Share::percentMore)
                .orElse(0);
    }

    private static void within(int value, int least, int most, String field) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(field + " is not between " + least + " and " + most);
        }
    }

    private static void once(List<String> codes, String field) {
        Set<String> seen = new HashSet<>();
        if (!codes.stream().allMatch(seen::add)) {
            throw new IllegalArgumentException(field + " names something twice");
        }
    }
}
