package org.yiwang.account;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Reach;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Slice;
import org.yiwang.region.Regions;

/**
 * Reading the audit trail. An auditor of the city reads all of it; an auditor of a district or street reads what
 * happened there and what the offices there did.
 */
@Component
public class AuditReader {

    private static final int PAGE = 50;

    private final AuditStore store;
    private final Regions regions;

    AuditReader(AuditStore store, Regions regions) {
        this.store = store;
        this.regions = regions;
    }

    /** Newest first; refuses with {@code access.not-allowed}. */
    @Transactional(readOnly = true)
    public Slice<AuditRow> list(Actor actor, AuditFilter filter) {
        if (!actor.may(Permission.AUDIT_READ)) {
            throw new Refusal(Actor.AccessProblem.NOT_ALLOWED);
        }
        Reach reach = actor.reach(Permission.AUDIT_READ);
        boolean everything = reach.covers(regions.city().code());
        return Slice.cut(store.list(filter, reach.regionPatterns(), everything, PAGE + 1), filter.page(), PAGE);
    }
}
