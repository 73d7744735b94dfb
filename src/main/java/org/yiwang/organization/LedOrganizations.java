package org.yiwang.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;

/** Organizations that somebody leads: found, or locked for a change, once it is clear that the person may. */
@Component
class LedOrganizations {

    private final OrganizationStore store;
    private final Clock clock;

    LedOrganizations(OrganizationStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Refuses with {@code organization.unknown}, {@code access.out-of-scope} or {@code organization.not-active}. */
    Organization require(Actor actor, long id) {
        return mine(actor, store.find(id));
    }

    /** The same, for a change: nobody else changes it until the transaction ends. */
    Organization lock(Actor actor, long id) {
        return mine(actor, store.lock(id));
    }

    /** The same for what only an organization that may act today does. */
    Organization lockActive(Actor actor, long id) {
        Organization found = lock(actor, id);
        if (!found.isActiveOn(LocalDate.now(clock))) {
            throw new Refusal(OrganizationProblem.NOT_ACTIVE);
        }
        return found;
    }

    private static Organization mine(Actor actor, Optional<Organization> given) {
        Organization found = given.orElseThrow(() -> new Refusal(OrganizationProblem.UNKNOWN));
        actor.require(Permission.ORGANIZATION_MANAGE, found.region(), found.ancestors());
        if (!found.state().wasApproved()) {
            throw new Refusal(OrganizationProblem.NOT_ACTIVE);
        }
        return found;
    }
}
