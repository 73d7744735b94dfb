package org.yiwang.objection.web;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.Period;
import org.yiwang.web.Form;

/** The two fields of a time that was served, which may both be left out. */
final class Times {

    private Times() {}

    /** The time, null if neither field is filled; what is wrong is noted beside the fields. */
    static @Nullable Period read(Form form, ZoneId zone) {
        if (form.value("from").isEmpty() && form.value("to").isEmpty()) {
            return null;
        }
        Instant from = form.moment("from", zone);
        Instant to = form.moment("to", zone);
        if (form.error("from") != null || form.error("to") != null) {
            return null;
        }
        if (!from.isBefore(to)) {
            form.fail("to", "problem.record.impossible-time");
            return null;
        }
        return new Period(from, to);
    }
}
