package org.yiwang.record;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The records that count, one by one, and who has any, for modules above that make something of them: now, in whole minutes,
 * days in the city's zone. Sums by person are in {@link PersonHours}, sums by organization in {@link TeamYears}; nobody should
 * add up here what those add up in one query. The caller has checked who asks.
 *
 * <p>A record comes in one of three widths. {@link Effective} is what {@code record_current} holds, cheap for thousands of
 * people. {@link Counted} adds arrival and departure and when it began to count, which is looked up in its steps. A {@link
 * RecordView} is all that people see, for one person's pages.
 */
@Component
public class EffectiveRecords {

    private final EffectiveStore store;
    private final RecordListStore lists;

    EffectiveRecords(EffectiveStore store, RecordListStore lists) {
        this.store = store;
        this.lists = lists;
    }

    /** What counts now, by person, in the order of the days; people without such a record are left out. One query. */
    public Map<Long, List<Effective>> of(Collection<Long> volunteerIds) {
        return volunteerIds.isEmpty()
                ? Map.of()
                : store.of(new TreeSet<>(volunteerIds)).stream()
                        .collect(Collectors.groupingBy(r -> r.key().volunteerId()));
    }

    /** What counts of these people for service on those days, both included, the earliest first. One query. */
    public List<Effective> of(Collection<Long> volunteerIds, LocalDate from, LocalDate to) {
        return volunteerIds.isEmpty() ? List.of() : store.of(volunteerIds, from, to);
    }

    /** What counts of a person on these days, with when it began to; in the order of arrival. */
    @Transactional(readOnly = true)
    public List<Counted> ofDays(long volunteerId, Collection<LocalDate> days) {
        return days.isEmpty() ? List.of() : store.ofDays(volunteerId, days);
    }

    /**
     * What counts of everybody in a stretch of days, both included, with when it began to; person by person and of each person
     * in the order of arrival.
     *
     * @param after the person after whom to go on; {@link Long#MIN_VALUE} begins
     * @param people of so many at most, each with all of the records
     */
    @Transactional(readOnly = true)
    public List<Counted> between(LocalDate from, LocalDate to, long after, int people) {
        return store.between(from, to, after, people);
    }

    /** What counts of a person, of all years and with all that is on record, in the order of the days. */
    @Transactional(readOnly = true)
    public List<RecordView> inFull(long volunteerId) {
        return lists.effective(volunteerId).reversed();
    }

    /** The same with the live records that wait, which may come to count. */
    @Transactional(readOnly = true)
    public List<RecordView> live(long volunteerId) {
        return lists.live(volunteerId).reversed();
    }

    /** All days on which a person has a record that counts. */
    @Transactional(readOnly = true)
    public Set<LocalDate> daysOf(long volunteerId) {
        return store.daysOf(volunteerId);
    }

    /**
     * The days on which these records of a person were; unknown ones have none. Whether they count or not: who hears that a
     * record counts no more has to look at its day.
     */
    @Transactional(readOnly = true)
    public Set<LocalDate> daysOf(long volunteerId, Collection<Long> recordIds) {
        return recordIds.isEmpty() ? Set.of() : store.daysOf(volunteerId, recordIds);
    }

    /** People with records that count, in the order of their ids, after that one; {@link Long#MIN_VALUE} begins. */
    @Transactional(readOnly = true)
    public List<Long> peopleAfter(long volunteerId, int most) {
        return store.peopleAfter(volunteerId, most);
    }

    /** The same with service of that year that counts. */
    @Transactional(readOnly = true)
    public List<Long> peopleOfYear(int year, long after, int most) {
        return store.peopleOfYear(year, after, most);
    }

    /** Who served in the activity, as far as a live record says so: one that counts or may come to count; by id. */
    @Transactional(readOnly = true)
    public List<Long> peopleOf(long activityId) {
        return store.peopleOf(activityId);
    }

    /** How many people have a record of the activity that counts. */
    @Transactional(readOnly = true)
    public int countPeopleOf(long activityId) {
        return store.countPeople(activityId);
    }

    /**
     * A record that counts.
     *
     * @param key which
     * @param activityId the activity
     * @param organizationId who organized it
     * @param day day of the service, in the city's zone
     * @param kind credit or honour time
     * @param minutes minutes that count
     * @param category code of the table {@code category}
     * @param organizationAncestors who organized it and all above, as it was recorded
     */
    public record Effective(
            RecordKey key,
            long activityId,
            long organizationId,
            LocalDate day,
            TimeKind kind,
            int minutes,
            String category,
            List<Long> organizationAncestors) {}
}
