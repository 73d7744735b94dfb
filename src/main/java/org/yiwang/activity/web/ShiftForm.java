package org.yiwang.activity.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yiwang.activity.ShiftDraft;
import org.yiwang.kernel.Period;
import org.yiwang.web.Form;

/** Shifts as people write them: a day, from, to, how many, and whether it repeats. Past midnight means the next day. */
final class ShiftForm {

    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d(:00)?");
    private static final int MOST = 100;

    private ShiftForm() {}

    /** Fills in a shift on that day, in the morning, for ten. */
    static Form fill(Form form, LocalDate day) {
        return form.with("shiftDay", day)
                .with("shiftFrom", "09:00")
                .with("shiftTo", "11:00")
                .with("capacity", 10)
                .with("repeat", "none")
                .with("times", 1);
    }

    /** Fills in an existing shift. */
    static Form fill(Form form, Period period, int capacity, ZoneId zone) {
        ZonedDateTime start = period.start().atZone(zone);
        ZonedDateTime end = period.end().atZone(zone);
        return form.with("shiftDay", start.toLocalDate())
                .with("shiftFrom", start.toLocalTime().withSecond(0).withNano(0))
                .with("shiftTo", end.toLocalTime().withSecond(0).withNano(0))
                .with("capacity", capacity);
    }

    /** All shifts that were meant; empty when something is wrong with the form. */
    static List<ShiftDraft> read(Form form, ZoneId zone) {
        Optional<Period> first = period(form, "shiftDay", "shiftFrom", "shiftTo", zone);
        int capacity = form.integer("capacity", 1, 100_000);
        String repeat = form.value("repeat");
        int times = repeat.equals("daily") || repeat.equals("weekly") ? form.integer("times", 1, MOST) : 1;
        if (first.isEmpty() || !form.ok()) {
            return List.of();
        }
        List<ShiftDraft> shifts = new ArrayList<>();
        ZonedDateTime start = first.get().start().atZone(zone);
        ZonedDateTime end = first.get().end().atZone(zone);
        for (int i = 0; i < times; i++) {
            long days = repeat.equals("weekly") ? 7L * i : i;
            shifts.add(new ShiftDraft(
                    new Period(
                            start.plusDays(days).toInstant(), end.plusDays(days).toInstant()),
                    capacity));
        }
        return shifts;
    }

    /** A day with two times; the second on the next day where it is not later. */
    static Optional<Period> period(Form form, String day, String from, String to, ZoneId zone) {
        LocalDate date = form.date(day);
        String start = form.matching(from, TIME, "form.date");
        String end = form.matching(to, TIME, "form.date");
        if (form.error(day) != null || form.error(from) != null || form.error(to) != null) {
            return Optional.empty();
        }
        LocalTime first = LocalTime.parse(start);
        LocalTime last = LocalTime.parse(end);
        if (first.equals(last)) {
            form.fail(to, "problem.activity.shift-form");
            return Optional.empty();
        }
        LocalDate lastDay = last.isAfter(first) ? date : date.plusDays(1);
        return Optional.of(new Period(
                date.atTime(first).atZone(zone).toInstant(),
                lastDay.atTime(last).atZone(zone).toInstant()));
    }
}
