package org.yiwang.record;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.kernel.Slice;

/**
 * What the records of people that count come to now, for service on some days, from the records themselves: of one person, of
 * everybody in one pass, of single records, and who has much. For modules above that honour service; the caller has checked
 * who asks. In whole minutes; credit and honour time stay apart. For totals by year and category, which are kept and not added
 * up, there is {@link Records#totalsOf}; for the records themselves {@link EffectiveRecords}.
 */
@Component
public class PersonHours {

    private final PersonHoursStore store;

    PersonHours(PersonHoursStore store) {
        this.store = store;
    }

    /**
     * Minutes that count.
     *
     * @param creditMinutes 信用时长
     * @param honourMinutes 荣誉时长
     */
    public record Minutes(long creditMinutes, long honourMinutes) {

        /** No time at all. */
        public static final Minutes NONE = new Minutes(0, 0);

        /** The same with those. */
        public Minutes plus(Minutes other) {
            return new Minutes(creditMinutes + other.creditMinutes, honourMinutes + other.honourMinutes);
        }

        /** The same without those. */
        public Minutes minus(Minutes other) {
            return new Minutes(creditMinutes - other.creditMinutes, honourMinutes - other.honourMinutes);
        }
    }

    /**
     * How much somebody served.
     *
     * @param volunteerId who
     * @param creditMinutes minutes of credit time that count
     */
    public record Busy(long volunteerId, int creditMinutes) {}

    /** Receives people with what they have, one after the other. */
    @FunctionalInterface
    public interface Sink {

        /** The next person; each comes once, those without any such record never. */
        void person(long volunteerId, Minutes minutes);
    }

    /** Of one person, for service on those days, both included. */
    public Minutes of(long volunteerId, LocalDate from, LocalDate upTo) {
        return store.of(volunteerId, from, upTo);
    }

    /**
     * Of everybody, for service on those days, both included: one query that is read as it comes, so that a city fits into
     * little memory. What the sink writes must use a transaction of its own.
     */
    @Transactional(readOnly = true)
    public void ofAll(LocalDate from, LocalDate upTo, Sink sink) {
        store.ofAll(from, upTo, sink);
    }

    /** What those of the records that count and lie on those days come to, by person. */
    public Map<Long, Minutes> ofRecords(Collection<RecordKey> keys, LocalDate from, LocalDate upTo) {
        return keys.isEmpty() ? Map.of() : store.ofRecords(keys, from, upTo);
    }

    /**
     * People with at least so much credit time on those days, both included, the most first, people of the same time by id;
     * counted are only services of the categories, of all if none is named. One page of at most {@code size}.
     */
    @Transactional(readOnly = true)
    public Slice<Busy> atLeast(
            int creditMinutes, LocalDate from, LocalDate upTo, Collection<String> categories, int page, int size) {
        List<Busy> found =
                store.atLeast(creditMinutes, from, upTo, categories, size + 1, (Slice.page(page) - 1) * size);
        return Slice.cut(found, page, size);
    }
}
