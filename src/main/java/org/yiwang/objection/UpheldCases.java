package org.yiwang.objection;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How often offices found that hours of many organizations were false, for whoever rates them: set-wise and without anybody's
 * name. Objections by which volunteers get more or other hours are none of these. The caller has checked who may see it.
 */
@Component
public class UpheldCases {

    private final UpheldStore store;
    private final Clock clock;

    UpheldCases(UpheldStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** What was decided and carried out on those days, by organization; those without any are left out. One query. */
    public Map<Long, Upheld> of(Collection<Long> organizationIds, LocalDate from, LocalDate to) {
        return organizationIds.isEmpty()
                ? Map.of()
                : store.upheld(
                        organizationIds,
                        from.atStartOfDay(clock.getZone()).toInstant(),
                        to.plusDays(1).atStartOfDay(clock.getZone()).toInstant());
    }

    /**
     * Reports and disowned records that an office found true.
     *
     * @param cases how many
     * @param paid of these, how many were about hours that somebody paid or was paid for
     */
    public record Upheld(int cases, int paid) {}
}
