package org.yiwang.kernel;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Who acts: a signed-in person with the roles held now, or the program itself. Passed to every command, so that
 * scope is checked where the work is done and the audit trail knows whom to name.
 *
 * @param accountId the account; 0 for the program
 * @param name name to show, masked for nobody but others
 * @param grants roles with their scopes
 * @param sessionId the session by which the person came; 0 for the program
 */
public record Actor(long accountId, String name, List<Grant> grants, long sessionId) {

    /** The program itself: jobs and start-up. Holds every permission everywhere. */
    public static final Actor SYSTEM = new Actor(0, "yiwang", List.of(), 0);

    /** Whether the person has the permission at any scope. */
    public boolean may(Permission permission) {
        return this == SYSTEM
                || permission == Permission.ANYONE
                || permission == Permission.SIGNED_IN
                || grants.stream().anyMatch(g -> g.role().carries(permission));
    }

    /** How far the permission reaches. */
    public Reach reach(Permission permission) {
        if (this == SYSTEM) {
            return new Reach(List.of(""), List.of());
        }
        var scopes = grants.stream()
                .filter(g -> g.role().carries(permission))
                .map(Grant::scope)
                .toList();
        return new Reach(
                scopes.stream()
                        .filter(Scope.InRegion.class::isInstance)
                        .map(s -> ((Scope.InRegion) s).region().value())
                        .distinct()
                        .toList(),
                scopes.stream()
                        .filter(Scope.InOrganization.class::isInstance)
                        .map(s -> ((Scope.InOrganization) s).organizationId())
                        .distinct()
                        .toList());
    }

    /** Refuses with {@code access.out-of-scope} unless the permission covers that region and organization. */
    public void require(Permission permission, RegionCode region, Collection<Long> ancestors) {
        if (!reach(permission).covers(region, ancestors)) {
            throw new Refusal(AccessProblem.OUT_OF_SCOPE);
        }
    }

    /** Refuses with {@code access.out-of-scope} unless the permission covers that region. */
    public void require(Permission permission, RegionCode region) {
        require(permission, region, List.of());
    }

    /** Refusals of access itself. */
    public enum AccessProblem implements Problem {
        /** Nobody is signed in. */
        SIGN_IN_FIRST(Kind.UNAUTHENTICATED),
        /** No role of the person carries the permission. */
        NOT_ALLOWED(Kind.FORBIDDEN),
        /** A role carries the permission, but not for this region or organization. */
        OUT_OF_SCOPE(Kind.FORBIDDEN);

        private final Kind kind;

        AccessProblem(Kind kind) {
            this.kind = kind;
        }

        @Override
        public String code() {
            return "access." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        @Override
        public Kind kind() {
            return kind;
        }
    }
}
