package org.yiwang.record;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.kernel.Slice;

/**
 * Service that counts, over a stretch of days, for modules above that recognise it. Who calls has checked that the asker may
 * know. What is on notice, held or void is in no answer.
 */
@Component
public class ServedTime {

    private final ServedTimeStore store;

    ServedTime(ServedTimeStore store) {
        this.store = store;
    }

    /** Every record of these people that counts, served from the first to the last day; the earliest first. */
    public List<Served> of(Collection<Long> volunteerIds, LocalDate from, LocalDate to) {
        return volunteerIds.isEmpty() ? List.of() : store.of(volunteerIds, from, to);
    }

    /**
     * People with at least so much credit time in those days, the most first, people of the same time by id; counted are only
     * services of the categories, of all if none is named. One page of at most {@code size}.
     */
    @Transactional(readOnly = true)
    public Slice<Busy> people(
            LocalDate from, LocalDate to, int creditMinutes, Collection<String> categories, int page, int size) {
        return Slice.cut(
                store.people(from, to, creditMinutes, categories, size + 1, (Slice.page(page) - 1) * size), page, size);
    }

    /**
     * One service.
     *
     * @param key its record
     * @param activityId the activity
     * @param organizationId who organized it
     * @param day day of the service
     * @param category code of the table {@code category}
     * @param kind credit or honour time
     * @param minutes minutes that count
     */
    public record Served(
            RecordKey key,
            long activityId,
            long organizationId,
            LocalDate day,
            String category,
            TimeKind kind,
            int minutes) {}

    /**
     * How much somebody served.
     *
     * @param volunteerId who
     * @param creditMinutes minutes of credit time that count
     */
    public record Busy(long volunteerId, int creditMinutes) {}
}
