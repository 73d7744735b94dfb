package org.yiwang.record;

import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Service of the whole city in few numbers, about nobody in particular. */
@Component
public class CityHours {

    private final CityHoursStore store;

    CityHours(CityHoursStore store) {
        this.store = store;
    }

    /** Minutes of service on those days, both included, that count or wait to count, from the totals of the activities. */
    public long minutes(LocalDate from, LocalDate to) {
        return store.minutes(from, to);
    }
}
