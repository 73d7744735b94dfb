package org.yiwang.record;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The records that count, for modules above that compute something from them. The caller has checked who asks: nothing here
 * is for showing to people who have no right to it.
 */
@Component
public class CountedRecords {

    private final CountedStore store;

    CountedRecords(CountedStore store) {
        this.store = store;
    }

    /** Those of a person on these days, in the order of arrival. */
    @Transactional(readOnly = true)
    public List<Counted> ofDays(long volunteerId, Collection<LocalDate> days) {
        return days.isEmpty() ? List.of() : store.ofDays(volunteerId, days);
    }

    /** The days on which these records of a person were, whether they count or not; unknown ones have none. */
    @Transactional(readOnly = true)
    public Set<LocalDate> daysOf(long volunteerId, Collection<Long> recordIds) {
        return recordIds.isEmpty() ? Set.of() : store.daysOf(volunteerId, recordIds);
    }

    /** All days on which a person has a record that counts. */
    @Transactional(readOnly = true)
    public Set<LocalDate> daysOf(long volunteerId) {
        return store.daysOf(volunteerId);
    }

    /**
     * Those of everybody in a stretch of days, person by person and of each person in the order of arrival.
     *
     * @param after the person after whom to go on; 0 for the first
     * @param people of so many at most, each with all of the records
     */
    @Transactional(readOnly = true)
    public List<Counted> between(LocalDate from, LocalDate to, long after, int people) {
        return store.between(from, to, after, people);
    }

    /** People with records that count, in the order of their ids, after that one. */
    @Transactional(readOnly = true)
    public List<Long> peopleAfter(long volunteerId, int limit) {
        return store.peopleAfter(volunteerId, limit);
    }
}
