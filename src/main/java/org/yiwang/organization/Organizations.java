package org.yiwang.organization;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Permission;

/** Bodies and teams: finding them and who belongs to them. */
@Component
public class Organizations {

    Organizations() {}

    /** The organization; refuses with {@code organization.unknown} if there is none. */
    public OrganizationView get(long id) {
        throw new IllegalStateException("being built");
    }

    /** The organization. */
    public Optional<OrganizationView> find(long id) {
        throw new IllegalStateException("being built");
    }

    /** Those that the actor's permission reaches (by region or by organization), by name. */
    public List<OrganizationView> listWithin(Actor actor, Permission permission) {
        throw new IllegalStateException("being built");
    }

    /** Refuses with {@code access.out-of-scope} unless the permission covers the organization; returns it. */
    public OrganizationView require(Actor actor, Permission permission, long organizationId) {
        OrganizationView view = get(organizationId);
        actor.require(permission, view.region(), view.ancestors());
        return view;
    }

    /** Whether the person is a member of the organization or of one below it. */
    public boolean isMember(long organizationId, long accountId) {
        throw new IllegalStateException("being built");
    }

    /** Accounts of captain, liaison and administrators: whom to tell. */
    public List<Long> leaders(long organizationId) {
        throw new IllegalStateException("being built");
    }
}
