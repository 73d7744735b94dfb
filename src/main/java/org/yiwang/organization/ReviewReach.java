package org.yiwang.organization;

import java.util.List;
import java.util.stream.Stream;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Reach;
import org.yiwang.kernel.Refusal;

/**
 * Who may decide about an organization: the office whose scope covers its region, and the leaders of an organization
 * above it. Leading the organization itself is not enough.
 */
record ReviewReach(List<String> regions, List<Long> organizations) {

    static ReviewReach of(Actor actor) {
        Reach review = actor.reach(Permission.ORGANIZATION_REVIEW);
        Reach manage = actor.reach(Permission.ORGANIZATION_MANAGE);
        return new ReviewReach(
                review.regions(),
                Stream.concat(review.organizations().stream(), manage.organizations().stream())
                        .distinct()
                        .toList());
    }

    boolean covers(Organization organization) {
        return regions.stream().anyMatch(organization.region().value()::startsWith)
                || organization.above().stream().anyMatch(organizations::contains);
    }

    void require(Organization organization) {
        if (!covers(organization)) {
            throw new Refusal(Actor.AccessProblem.OUT_OF_SCOPE);
        }
    }

    Reach reach() {
        return new Reach(regions, organizations);
    }
}
