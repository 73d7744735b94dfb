package org.yiwang.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.yiwang.kernel.RegionCode;

/** A closed activity and until when both sides may speak about it. */
record Window(long activityId, Holder holder, String title, Instant closedAt, LocalDate dueOn, Instant openUntil) {

    static Window of(long activityId, Holder holder, String title, Instant closedAt, LocalDate dueOn, int openDays) {
        return new Window(
                activityId, holder, title, closedAt, dueOn, closedAt.plus(java.time.Duration.ofDays(openDays)));
    }

    static Holder holder(long organizationId, List<Long> ancestors, RegionCode region, String name) {
        return new Holder(organizationId, ancestors, region, name);
    }

    boolean isOpen(Instant now) {
        return now.isBefore(openUntil);
    }
}
