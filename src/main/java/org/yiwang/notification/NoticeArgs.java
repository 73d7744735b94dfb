package org.yiwang.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Writes the arguments of a notice for its reader: moments and dates, which are stored as ISO 8601, in words. */
public final class NoticeArgs {

    private static final Pattern MOMENT =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?Z");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    private NoticeArgs() {}

    /** The arguments as a message takes them. */
    public static Object[] written(
            List<String> args, Function<Instant, String> moment, Function<LocalDate, String> date) {
        return args.stream().map(arg -> written(arg, moment, date)).toArray();
    }

    private static String written(String arg, Function<Instant, String> moment, Function<LocalDate, String> date) {
        try {
            if (MOMENT.matcher(arg).matches()) {
                return moment.apply(Instant.parse(arg));
            }
            return DATE.matcher(arg).matches() ? date.apply(LocalDate.parse(arg)) : arg;
        } catch (java.time.DateTimeException _) {
            return arg;
        }
    }
}
