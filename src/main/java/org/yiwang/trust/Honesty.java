package org.yiwang.trust;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How honest an organization's records were in the spot checks of the last twelve months; only records drawn by chance. */
@Component
public class Honesty {

    private final SpotCheckStore store;
    private final Clock clock;

    Honesty(SpotCheckStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Of one organization; nothing checked where nothing was. */
    public View of(long organizationId) {
        return of(List.of(organizationId)).getOrDefault(organizationId, new View(organizationId, 0, 0));
    }

    /** Of many, by organization. One query. */
    public Map<Long, View> of(Collection<Long> organizationIds) {
        Map<Long, View> all = new HashMap<>();
        organizationIds.forEach(id -> all.put(id, new View(id, 0, 0)));
        if (!organizationIds.isEmpty()) {
            all.putAll(store.honesty(organizationIds, LocalDate.now(clock).minusMonths(12)));
        }
        return all;
    }

    /**
     * What came out.
     *
     * @param organizationId which organization
     * @param checked people who were reached about a record of its services
     * @param confirmed those who confirmed the record as it was
     */
    public record View(long organizationId, int checked, int confirmed) {

        /** Confirmed in percent, rounded down; null while nothing was checked. */
        @Nullable
        public Integer percent() {
            return checked == 0 ? null : 100 * confirmed / checked;
        }
    }
}
