package org.yiwang.star;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiwang.record.PersonHours.Minutes;
import org.yiwang.record.TrustGrade;

/**
 * Rule {@code star.scheme}: what a star asks for and who decides (record measures 2012: 100, 300, 600, 1,000 and 1,500 hours;
 * domain §6). A star is reached when credit time and the honour time that counts make up its threshold; of the threshold, at
 * most {@code honourPercent} per cent may be honour time. So whoever reaches a star reaches all below it.
 *
 * @param stars from the first on, each asking for more than the one before
 * @param honourPercent how much of a threshold honour time may fill, in per cent
 * @param excludedGrades trust grades whose records do not count; empty where all do
 * @param paths how one comes to a star
 * @param cutOff until when service counts
 * @param noticeDays days on public notice
 * @param waitDays days after a refusal before the same star can be asked for again
 * @param objectWorkingDays working days to object before a star is taken back (domain §5 no. 26)
 */
public record StarScheme(
        List<Asks> stars,
        int honourPercent,
        Set<TrustGrade> excludedGrades,
        Set<Path> paths,
        CutOff cutOff,
        int noticeDays,
        int waitDays,
        int objectWorkingDays) {

    static final String KEY = "star.scheme";

    /** Most stars a scheme has. */
    public static final int MOST = 9;

    private static final int MINUTES = 60;

    /** Refuses what makes no sense: no stars, stars out of order, thresholds that do not rise, levels from far to near. */
    public StarScheme {
        require(!stars.isEmpty() && stars.size() <= MOST, "1 to 9 stars");
        for (int i = 0; i < stars.size(); i++) {
            require(stars.get(i).star() == i + 1, "stars are numbered from 1");
            require(stars.get(i).hours() > (i == 0 ? 0 : stars.get(i - 1).hours()), "hours rise from star to star");
        }
        Objects.requireNonNull(cutOff, "cutOff");
        require(honourPercent >= 0 && honourPercent <= 100, "honourPercent 0 to 100");
        require(excludedGrades.size() < TrustGrade.values().length, "some grade counts");
        require(!paths.isEmpty(), "some path");
        require(noticeDays >= 1 && noticeDays <= 60, "noticeDays 1 to 60");
        require(waitDays >= 0 && waitDays <= 365, "waitDays 0 to 365");
        require(objectWorkingDays >= 5 && objectWorkingDays <= 60, "objectWorkingDays 5 to 60");
    }

    private static void require(boolean fine, String what) {
        if (!fine) {
            throw new IllegalArgumentException(what);
        }
    }

    /** The first day on which a star that was refused that day can be asked for again. */
    LocalDate again(LocalDate refusedOn) {
        return refusedOn.plusDays(waitDays);
    }

    /**
     * What one star asks for.
     *
     * @param star its number
     * @param hours its threshold
     * @param levels where it is reviewed, from near to far; at least one above the team
     */
    public record Asks(int star, int hours, List<ReviewLevel> levels) {

        /** Refuses levels that are out of order or none but the team. */
        public Asks {
            require(!levels.isEmpty() && levels.getLast() != ReviewLevel.TEAM, "an office decides last");
            require(levels.equals(new HashSet<>(levels).stream().sorted().toList()), "levels from near to far");
        }

        /** The threshold in minutes. */
        public long minutes() {
            return (long) hours * MINUTES;
        }

        /** The next level after that one, from the beginning if null; empty when all is decided. Without a team that one is left out. */
        Optional<ReviewLevel> next(@Nullable ReviewLevel decided, boolean team) {
            return levels.stream()
                    .filter(level -> decided == null || level.compareTo(decided) > 0)
                    .filter(level -> team || level != ReviewLevel.TEAM)
                    .findFirst();
        }
    }

    /** How one comes to a star. */
    public enum Path {
        /** The volunteer applies. */
        APPLICATION,
        /** A team or an office nominates, and the volunteer agrees. */
        NOMINATION
    }

    /** Until when service counts for an application. */
    public enum CutOff {
        /** Until the day of the application. */
        DAY,
        /** Until the end of the month before. */
        LAST_MONTH,
        /** Until the end of the year before. */
        LAST_YEAR;

        /** The last day that counts for an application of that day. */
        LocalDate of(LocalDate day) {
            return switch (this) {
                case DAY -> day;
                case LAST_MONTH -> day.withDayOfMonth(1).minusDays(1);
                case LAST_YEAR -> day.withDayOfYear(1).minusDays(1);
            };
        }
    }

    /** What the star asks for; empty if the scheme has none of that number. */
    public Optional<Asks> find(int star) {
        return stars.stream().filter(s -> s.star() == star).findFirst();
    }

    /** The minutes held against one star: what counts, what is cut, what is missing. */
    public Reckoning reckon(Minutes minutes, Asks star) {
        long most = star.minutes() * honourPercent / 100;
        return new Reckoning(star, minutes, Math.min(minutes.honourMinutes(), most));
    }

    /** The highest star that the minutes reach, 0 if none. */
    public int reached(Minutes minutes) {
        int reached = 0;
        for (Asks star : stars) {
            if (reckon(minutes, star).isReached()) {
                reached = star.star();
            }
        }
        return reached;
    }
}
