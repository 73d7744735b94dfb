package org.yiwang.rules;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.WorkingDays;

/** Versioned rules, each a JSON value read into a record of the module that applies it, and the holiday calendar. */
@Component
public class Rules {

    Rules() {}

    /** The version of a rule that holds today; a rule without one is a mistake in the seed. */
    public <T> Rule<T> current(String key, Class<T> type) {
        throw new IllegalStateException("being built");
    }

    /** The version of a rule that held on a day. */
    public <T> Rule<T> on(LocalDate day, String key, Class<T> type) {
        throw new IllegalStateException("being built");
    }

    /** The published calendar of holidays and make-up days. */
    public WorkingDays workingDays() {
        throw new IllegalStateException("being built");
    }
}
