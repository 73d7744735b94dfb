package org.yiwang.record;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiwang.attendance.Evidence;
import org.yiwang.kernel.Period;

/** How time served becomes minutes on record. Pure: rules in, answer out. */
final class Counting {

    private Counting() {}

    /**
     * The part of the time served that counts: inside the shift with its tolerance (Order 67 art. 7: time actually
     * given). Empty when the two share no whole minute.
     */
    static Optional<Period> counted(Period served, Period shift, CountingRule rule) {
        Period window = shift.widen(
                Duration.ofMinutes(rule.toleranceBeforeMinutes()), Duration.ofMinutes(rule.toleranceAfterMinutes()));
        return intersect(served, window).filter(p -> p.minutes() > 0);
    }

    /** Credit time needs both sides present at check-in and at check-out; everything else is honour time. */
    static TimeKind kind(Evidence in, Evidence out) {
        return in.isTwoSided() && out.isTwoSided() ? TimeKind.CREDIT : TimeKind.HONOUR;
    }

    /** Whether both ends rest on an organizer's word alone: such time waits longer on public notice. */
    static boolean isOneSided(Evidence in, Evidence out) {
        return !in.isTwoSided() && !out.isTwoSided();
    }

    /**
     * Whether a record must wait because a day becomes too long with it. A record across midnight is looked at on both
     * days.
     *
     * @param counted the new record
     * @param others spans of the person's other live records around it
     */
    @Nullable
    static Hold dailyHold(Period counted, Collection<Period> others, DailyCapsRule caps, ZoneId zone) {
        LocalDate first = counted.start().atZone(zone).toLocalDate();
        LocalDate last = counted.end().minusNanos(1).atZone(zone).toLocalDate();
        int longest = 0;
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            Period whole = new Period(
                    day.atStartOfDay(zone).toInstant(),
                    day.plusDays(1).atStartOfDay(zone).toInstant());
            int minutes = minutesWithin(counted, whole);
            for (Period other : others) {
                minutes += minutesWithin(other, whole);
            }
            longest = Math.max(longest, minutes);
        }
        if (longest > caps.districtAboveMinutes()) {
            return Hold.VERY_LONG_DAY;
        }
        return longest > caps.organizationAboveMinutes() ? Hold.LONG_DAY : null;
    }

    /**
     * The beginning of a record that fits into its days together with the person's other records.
     *
     * @param counted the record
     * @param others spans of the person's other live records around it
     * @param mostMinutes how much counts on one day
     * @return the whole record if it fits, empty if nothing does
     */
    static Optional<Period> keptWithin(Period counted, Collection<Period> others, int mostMinutes, ZoneId zone) {
        LocalDate last = counted.end().minusNanos(1).atZone(zone).toLocalDate();
        for (LocalDate day = counted.start().atZone(zone).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            Period whole = new Period(
                    day.atStartOfDay(zone).toInstant(),
                    day.plusDays(1).atStartOfDay(zone).toInstant());
            int left = mostMinutes;
            for (Period other : others) {
                left -= minutesWithin(other, whole);
            }
            if (minutesWithin(counted, whole) > left) {
                Instant begin = counted.start().isAfter(whole.start()) ? counted.start() : whole.start();
                Instant end = begin.plus(Duration.ofMinutes(Math.max(0, left)));
                return end.isAfter(counted.start()) ? Optional.of(new Period(counted.start(), end)) : Optional.empty();
            }
        }
        return Optional.of(counted);
    }

    private static int minutesWithin(Period span, Period day) {
        return intersect(span, day).map(Period::minutes).orElse(0);
    }

    private static Optional<Period> intersect(Period a, Period b) {
        Instant start = a.start().isAfter(b.start()) ? a.start() : b.start();
        Instant end = a.end().isBefore(b.end()) ? a.end() : b.end();
        return start.isBefore(end) ? Optional.of(new Period(start, end)) : Optional.empty();
    }
}
