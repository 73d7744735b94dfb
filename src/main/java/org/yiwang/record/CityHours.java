package org.yiwang.record;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yiwang.rules.Rules;

/** Service of the whole city in few numbers, about nobody in particular. */
@Component
public class CityHours {

    private final CityHoursStore store;
    private final Rules rules;

    CityHours(CityHoursStore store, Rules rules) {
        this.store = store;
        this.rules = rules;
    }

    /**
     * Service on those days, both included, by where it was, from the totals of the activities.
     *
     * @param length of the region code by which it is put together
     */
    public List<RecordSum> byDivision(LocalDate from, LocalDate to, int length) {
        return store.byDivision(from, to, length);
    }

    /** The versions of {@code record.counting} by which service on those days is counted, the earliest first. */
    public List<Integer> countedBy(LocalDate from, LocalDate to) {
        return from.datesUntil(to.plusDays(1))
                .map(day -> rules.on(day, "record.counting", CountingRule.class).version())
                .distinct()
                .toList();
    }
}
