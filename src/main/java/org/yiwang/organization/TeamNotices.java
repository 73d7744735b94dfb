package org.yiwang.organization;

import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yiwang.account.Grants;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Role;
import org.yiwang.kernel.Scope;
import org.yiwang.notification.Notice;
import org.yiwang.notification.Notifications;

/** Tells applicants, leaders and reviewers what happened. */
@Component
class TeamNotices {

    private static final Set<Role> REVIEWERS = EnumSet.of(
            Role.COMMUNITY_STAFF, Role.STREET_OFFICE, Role.DISTRICT_OFFICE, Role.CITY_OFFICE, Role.SYSTEM_ADMIN);

    private final Notifications notifications;
    private final Grants grants;
    private final TeamPostStore posts;

    TeamNotices(Notifications notifications, Grants grants, TeamPostStore posts) {
        this.notifications = notifications;
        this.grants = grants;
        this.posts = posts;
    }

    void tell(long accountId, String what, String link, boolean urgent, String... args) {
        notifications.tell(accountId, new Notice("notice.organization." + what, List.of(args), link, urgent));
    }

    void tellAll(Collection<Long> accountIds, String what, String link, boolean urgent, String... args) {
        for (long accountId : new LinkedHashSet<>(accountIds)) {
            tell(accountId, what, link, urgent, args);
        }
    }

    void tellLeaders(long organizationId, String what, boolean urgent, String... args) {
        tellAll(posts.leaders(organizationId), what, desk(organizationId), urgent, args);
    }

    /** Tells the nearest office that covers the region, and the leaders of the organizations directly above. */
    void tellReviewers(Organization organization, Collection<Long> parents, String what) {
        tellAll(
                nearestOffice(organization.region()),
                what,
                "/gov/organizations/" + Ids.text(organization.id()),
                false,
                organization.name());
        for (long parent : parents) {
            tellAll(
                    posts.leaders(parent),
                    what,
                    desk(parent) + "/below/" + Ids.text(organization.id()),
                    false,
                    organization.name());
        }
    }

    static String desk(long organizationId) {
        return "/desk/organizations/" + Ids.text(organizationId);
    }

    private Set<Long> nearestOffice(RegionCode region) {
        for (Optional<RegionCode> at = Optional.of(region);
                at.isPresent();
                at = at.get().parent()) {
            Set<Long> holders = new LinkedHashSet<>();
            for (Role role : REVIEWERS) {
                if (role.carries(Permission.ORGANIZATION_REVIEW)) {
                    holders.addAll(grants.holders(role, new Scope.InRegion(at.get())));
                }
            }
            if (!holders.isEmpty()) {
                return holders;
            }
        }
        return Set.of();
    }
}
