package org.yiwang.account;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Grant;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Role;
import org.yiwang.kernel.Scope;

/** Who is what, where. Giving and taking away are audited and hold from the person's next request on. */
@Component
public class Grants {

    private final GrantStore store;
    private final AuditTrail audit;
    private final SessionDirectory directory;
    private final Clock clock;

    Grants(GrantStore store, AuditTrail audit, SessionDirectory directory, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.directory = directory;
        this.clock = clock;
    }

    /** Gives a role at a scope; giving it twice changes nothing. The caller has checked that the actor may. */
    @Transactional
    public void give(Actor by, long accountId, Role role, Scope scope, String why) {
        if (store.insert(accountId, new Grant(role, scope), by.accountId(), why, clock.instant())) {
            audit.write(by, "grant.give", subject(accountId, role, scope), why);
            directory.forgetAccount(accountId);
        }
    }

    /** Takes a role at a scope away; harmless if it was not held. */
    @Transactional
    public void takeAway(Actor by, long accountId, Role role, Scope scope, String why) {
        if (store.end(accountId, new Grant(role, scope), by.accountId(), why, clock.instant())) {
            audit.write(by, "grant.take-away", subject(accountId, role, scope), why);
            directory.forgetAccount(accountId);
        }
    }

    /** The roles a person holds now. */
    public List<Grant> of(long accountId) {
        return store.of(accountId);
    }

    /** Accounts that hold the role at exactly that scope. */
    public List<Long> holders(Role role, Scope scope) {
        return store.holders(role, scope);
    }

    /** Accounts that hold a role with the permission at a region that contains this one. */
    public List<Long> reaching(Permission permission, RegionCode region) {
        return store.reaching(
                Arrays.stream(Role.values()).filter(r -> r.carries(permission)).toList(), region);
    }

    /**
     * Since when a person has held, without a break, a role with the permission at one of these organizations; empty if
     * none is held there now.
     */
    public Optional<Instant> heldSince(long accountId, Permission permission, Collection<Long> organizationIds) {
        return store.heldSince(
                accountId,
                Arrays.stream(Role.values()).filter(r -> r.carries(permission)).toList(),
                organizationIds);
    }

    /**
     * Since when a person has held, without a break, a role with the permission at a region that contains this one; empty if
     * none is held there now.
     */
    public Optional<Instant> heldSince(long accountId, Permission permission, RegionCode region) {
        return store.heldSince(
                accountId,
                Arrays.stream(Role.values()).filter(r -> r.carries(permission)).toList(),
                region);
    }

    private static String subject(long accountId, Role role, Scope scope) {
        String where = switch (scope) {
            case Scope.InRegion(var region) -> "region:" + region.value();
            case Scope.InOrganization(long id) -> "organization:" + Ids.text(id);
        };
        return "account:" + Ids.text(accountId) + " " + role.name() + " " + where;
    }
}
