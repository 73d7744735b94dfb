package org.yiwang.record;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the effective records of people come to, from the records themselves: of one person, of everybody in one pass, and of
 * single records. For modules above that honour service; the caller has checked who asks. Credit and honour time stay apart.
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
     * A record that counts.
     *
     * @param key which
     * @param minutes what it gives
     */
    public record Counted(RecordKey key, Minutes minutes) {}

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

    /** The same, record by record. */
    public List<Counted> recordsOf(long volunteerId, LocalDate from, LocalDate upTo) {
        return store.recordsOf(volunteerId, from, upTo);
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
}
