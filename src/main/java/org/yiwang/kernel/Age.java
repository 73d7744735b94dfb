package org.yiwang.kernel;

import java.time.LocalDate;
import java.time.Period;

/** How old somebody is. */
public final class Age {

    private Age() {}

    /** Age in full years on a day. Somebody born on 29 February completes the year on 1 March where there is no such day. */
    public static int on(LocalDate day, LocalDate birthDate) {
        return Period.between(birthDate, day).getYears();
    }
}
