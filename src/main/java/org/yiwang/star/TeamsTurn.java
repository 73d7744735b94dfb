package org.yiwang.star;

import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Actor;
import org.yiwang.organization.OrganizationEvent;
import org.yiwang.organization.OrganizationView;
import org.yiwang.organization.Organizations;
import org.yiwang.star.StarApplication.Deed;
import org.yiwang.star.StarApplication.State;
import org.yiwang.volunteer.Volunteers;

/**
 * Whose turn it is while an application waits for a team: who stands above the team follows the tree, and what waits for a team
 * that may not act any more, or that the person has left, goes on to the next level instead of waiting for ever.
 */
@Component
class TeamsTurn {

    private final ApplicationStore store;
    private final ApplicationDesk desk;
    private final StarSchemes schemes;
    private final Organizations organizations;
    private final Volunteers volunteers;

    TeamsTurn(
            ApplicationStore store,
            ApplicationDesk desk,
            StarSchemes schemes,
            Organizations organizations,
            Volunteers volunteers) {
        this.store = store;
        this.desk = desk;
        this.schemes = schemes;
        this.organizations = organizations;
        this.volunteers = volunteers;
    }

    @EventListener
    void on(OrganizationEvent event) {
        switch (event) {
            case OrganizationEvent.Stopped e -> lookAgain(e.organizationId());
            case OrganizationEvent.Expired e -> lookAgain(e.organizationId());
            case OrganizationEvent.Moved e -> lookAgain(e.organizationId());
            case OrganizationEvent.Left e -> lookAgain(e.organizationId());
            case OrganizationEvent.Approved _, OrganizationEvent.Restarted _, OrganizationEvent.Joined _ -> {
                // Nothing waits for a team that could not act or for somebody who was no member.
            }
        }
    }

    /** The team that is asked, as it stands today; empty if it may not act any more or the person is no member. */
    Optional<OrganizationView> asked(StarApplication waiting) {
        Long account = volunteers.get(waiting.volunteerId()).accountId();
        return Optional.ofNullable(waiting.teamId())
                .flatMap(organizations::find)
                .filter(OrganizationView::active)
                .filter(team -> account != null && organizations.isMember(team.id(), account));
    }

    private void lookAgain(long organizationId) {
        store.lockWaitingForTeam(organizationId).forEach(this::lookAgain);
    }

    private void lookAgain(StarApplication waiting) {
        Optional<OrganizationView> team = asked(waiting);
        if (team.isPresent()) {
            store.update(waiting.forTeam(team.get().id(), team.get().ancestors()));
            return;
        }
        ReviewLevel next = schemes.current()
                .value()
                .find(waiting.star())
                .flatMap(asks -> asks.next(null, false))
                // A star that the scheme has not any more is refused by whoever decides; leaving a team never is.
                .orElse(ReviewLevel.CITY);
        StarApplication now = waiting.forTeam(null, List.of())
                .with(State.REVIEW, StarApplications.level(waiting.region(), next), null, null);
        desk.move(now, Deed.PASSED_ON, null, Actor.SYSTEM, "star.why.no-team");
    }
}
