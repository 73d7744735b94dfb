package org.yiwang.teamstar;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Reach;
import org.yiwang.organization.OrganizationView;
import org.yiwang.organization.Organizations;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/** Which teams are somebody's own, so that somebody else decides about them. */
@Component
class OwnTeams {

    private final Organizations organizations;
    private final Volunteers volunteers;

    OwnTeams(Organizations organizations, Volunteers volunteers) {
        this.organizations = organizations;
        this.volunteers = volunteers;
    }

    /**
     * Those of the teams that the actor, or one human with the actor by whatever account, belongs to, or leads together with the
     * bodies above them.
     */
    Set<Long> of(Actor actor, Collection<Long> teams) {
        Map<Long, List<Long>> above = new HashMap<>();
        teams.forEach(team -> above.put(
                team, organizations.find(team).map(OrganizationView::ancestors).orElse(List.of(team))));
        Map<Long, List<Long>> leaders = organizations.leaders(
                above.values().stream().flatMap(List::stream).distinct().toList());
        Set<Long> candidates = new HashSet<>(volunteers.accountsOf(actor.accountId()));
        Set<Long> mine = mine(actor, leaders.values());
        mine.addAll(candidates);
        List<Long> members = new ArrayList<>(
                organizations.membersWithin(new Reach(List.of(), List.copyOf(teams)), List.copyOf(candidates)));
        Set<Long> own = new HashSet<>();
        above.forEach((team, bodies) -> {
            boolean leads = bodies.stream()
                    .flatMap(body -> leaders.getOrDefault(body, List.of()).stream())
                    .anyMatch(mine::contains);
            if (leads || members.stream().anyMatch(m -> organizations.isMember(team, m))) {
                own.add(team);
            }
        });
        return own;
    }

    /** Those of the leaders with whom the actor is one human, as {@link Volunteers#isOneHuman} has it, for many at once. */
    private Set<Long> mine(Actor actor, Collection<List<Long>> leaders) {
        Optional<VolunteerView> me = volunteers.findByAccount(actor.accountId());
        Set<Long> mine = new HashSet<>();
        volunteers
                .findByAccounts(leaders.stream().flatMap(List::stream).toList())
                .forEach((account, view) -> {
                    if (view.concerns(actor.accountId())
                            || me.filter(m -> m.concerns(account) || m.isOneHumanWith(view))
                                    .isPresent()) {
                        mine.add(account);
                    }
                });
        return mine;
    }
}
