package org.yiwang.record;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The records that count, of many people at once and with little about each, for modules above that sum them up. The caller
 * has checked who asks.
 */
@Component
public class EffectiveRecords {

    private final EffectiveStore store;

    EffectiveRecords(EffectiveStore store) {
        this.store = store;
    }

    /** What counts now, by person, in the order of the days; people without such a record are left out. One query. */
    public Map<Long, List<Effective>> of(Collection<Long> volunteerIds) {
        return volunteerIds.isEmpty()
                ? Map.of()
                : store.of(new TreeSet<>(volunteerIds)).stream()
                        .collect(Collectors.groupingBy(r -> r.key().volunteerId()));
    }

    /**
     * A record that counts.
     *
     * @param key which
     * @param day day of the service, in the city's zone
     * @param kind credit or honour time
     * @param minutes minutes that count
     * @param category code of the table {@code category}
     * @param organizationAncestors who organized it and all above, as it was recorded
     */
    public record Effective(
            RecordKey key,
            LocalDate day,
            TimeKind kind,
            int minutes,
            String category,
            List<Long> organizationAncestors) {}
}
