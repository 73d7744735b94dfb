package org.yiwang.activity;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yiwang.organization.OrganizationEvent;
import org.yiwang.organization.Organizations;

/**
 * Keeps with each activity and project who stands above its organization, so that a grant further up reaches them. In
 * the transaction of the move: nobody loses or gains sight of anything in between.
 */
@Component
class OrganizationMoves {

    private final AncestorStore store;
    private final Organizations organizations;
    private final ActivityCache cache;

    OrganizationMoves(AncestorStore store, Organizations organizations, ActivityCache cache) {
        this.store = store;
        this.organizations = organizations;
        this.cache = cache;
    }

    @EventListener
    void on(OrganizationEvent.Moved moved) {
        for (long organization : store.organizationsBelow(moved.organizationId())) {
            store.update(organization, organizations.get(organization).ancestors())
                    .forEach(cache::written);
        }
    }
}
