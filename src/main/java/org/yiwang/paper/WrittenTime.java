package org.yiwang.paper;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.Period;

/**
 * Dates and times as people and spreadsheets write them: 2026-11-21, 2026/11/21, 2026年11月21日, 20261121 or the number of a
 * day; 9:00, 9点半, 下午2:30, 2:30 PM, 0900 or a fraction of a day; or both in one cell.
 */
final class WrittenTime {

    private static final Pattern DAY =
            Pattern.compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?");
    private static final Pattern DAY_DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern TIME = Pattern.compile(
            "(上午|早上|中午|下午|晚上)?\\s*(\\d{1,2})\\s*(?:[:点时]\\s*(?:(\\d{1,2})\\s*分?|(半))?(?::\\d{1,2}(?:\\.\\d+)?)?)\\s*(am|pm)?");
    private static final Pattern TIME_DIGITS = Pattern.compile("(\\d{2})(\\d{2})");
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,6}(\\.\\d+)?(e-?\\d+)?");

    /** Days between the first day of spreadsheets and that of the calendar; from March 1900 on. */
    private static final LocalDate SPREADSHEET_EPOCH = LocalDate.of(1899, 12, 30);

    /** 1954 and 2119: numbers below and above mean something else. */
    private static final int FIRST_SERIAL = 20_000;

    private static final int LAST_SERIAL = 80_000;
    private static final int MINUTES_OF_A_DAY = 1440;

    private WrittenTime() {}

    /**
     * The span of a line.
     *
     * @param day its date; may be empty where the times name theirs
     */
    static Reading span(String day, String came, String left, ZoneId zone) {
        LocalDate date = null;
        if (!day.isBlank()) {
            Optional<LocalDateTime> read = moment(tidy(day), null);
            if (read.isEmpty()) {
                return new Reading(null, PaperProblem.DAY);
            }
            date = read.get().toLocalDate();
        }
        Optional<LocalDateTime> from = moment(tidy(came), date);
        if (from.isEmpty()) {
            return new Reading(null, date == null && time(tidy(came)) != null ? PaperProblem.DAY : PaperProblem.CAME);
        }
        Optional<LocalDateTime> to = moment(tidy(left), from.get().toLocalDate());
        if (to.isEmpty()) {
            return new Reading(null, PaperProblem.LEFT);
        }
        if (!from.get().isBefore(to.get())) {
            return new Reading(null, PaperProblem.ORDER);
        }
        return new Reading(
                new Period(
                        from.get().atZone(zone).toInstant(),
                        to.get().atZone(zone).toInstant()),
                null);
    }

    /** A moment; a time without a date is on {@code date}, a date without a time is its midnight where no date is given. */
    private static Optional<LocalDateTime> moment(String text, @Nullable LocalDate date) {
        try {
            if (DECIMAL.matcher(text).matches() && !DAY_DIGITS.matcher(text).matches()) {
                Optional<LocalDateTime> number = number(text, date);
                if (number.isPresent() || text.indexOf('.') >= 0) {
                    return number;
                }
            }
            Matcher day = DAY.matcher(text);
            if (!day.lookingAt()) {
                day = DAY_DIGITS.matcher(text);
                if (!day.matches()) {
                    Integer minutes = date == null ? null : time(text);
                    return minutes == null || date == null
                            ? Optional.empty()
                            : Optional.of(date.atStartOfDay().plusMinutes(minutes));
                }
            }
            LocalDate read = LocalDate.of(
                    Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3)));
            String rest = text.substring(day.end()).strip().replaceFirst("^t", "");
            if (rest.isEmpty()) {
                // A day where a time is asked for says nothing.
                return date == null ? Optional.of(read.atStartOfDay()) : Optional.empty();
            }
            Integer minutes = time(rest);
            return minutes == null
                    ? Optional.empty()
                    : Optional.of(read.atStartOfDay().plusMinutes(minutes));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** What a spreadsheet keeps of a date and a time. */
    private static Optional<LocalDateTime> number(String text, @Nullable LocalDate date) {
        double value = Double.parseDouble(text);
        long minutes = Math.round(value * MINUTES_OF_A_DAY);
        if (value >= FIRST_SERIAL && value < LAST_SERIAL) {
            return Optional.of(SPREADSHEET_EPOCH.atStartOfDay().plusMinutes(minutes));
        }
        return value <= 1 && date != null ? Optional.of(date.atStartOfDay().plusMinutes(minutes)) : Optional.empty();
    }

    /** Minutes since midnight, up to 24:00. */
    @Nullable
    private static Integer time(String text) {
        Matcher digits = TIME_DIGITS.matcher(text);
        if (digits.matches()) {
            return minutes(Integer.parseInt(digits.group(1)), Integer.parseInt(digits.group(2)));
        }
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            return null;
        }
        int hour = Integer.parseInt(time.group(2));
        int minute = time.group(4) != null ? 30 : time.group(3) == null ? 0 : Integer.parseInt(time.group(3));
        String half = time.group(1) != null ? time.group(1) : time.group(5) == null ? "" : time.group(5);
        boolean afternoon =
                half.equals("下午") || half.equals("晚上") || half.equals("pm") || half.equals("中午") && hour < 3;
        if (afternoon && hour < 12) {
            hour += 12;
        } else if (half.equals("am") && hour == 12) {
            hour = 0;
        }
        return minutes(hour, minute);
    }

    @Nullable
    private static Integer minutes(int hour, int minute) {
        int all = hour * 60 + minute;
        return minute > 59 || all > MINUTES_OF_A_DAY ? null : all;
    }

    private static String tidy(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[(（]?(星期|周)[一二三四五六日天][)）]?", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /**
     * What was read.
     *
     * @param span the span, null if it could not be read
     * @param problem why not
     */
    record Reading(@Nullable Period span, @Nullable PaperProblem problem) {}
}
