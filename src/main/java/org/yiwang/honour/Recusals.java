package org.yiwang.honour;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yiwang.honour.PanelStore.Seat;
import org.yiwang.kernel.RegionCode.Level;
import org.yiwang.organization.Organizations;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/** Who of a panel stays out when whom is judged. */
@Component
class Recusals {

    /** States in which what was nominated still counts against judges and officers. */
    private static final Set<Nominee.State> COUNTING =
            Set.of(Nominee.State.ASKED, Nominee.State.AGREED, Nominee.State.REMOVED);

    private final Organizations organizations;
    private final Volunteers volunteers;

    Recusals(Organizations organizations, Volunteers volunteers) {
        this.organizations = organizations;
        this.volunteers = volunteers;
    }

    /** The nominations that this judge does not judge, by the round's conflict rule and the memberships of now. */
    Set<Long> of(RoundView round, Seat judge, Collection<Nominee> nominees) {
        VolunteerView person = volunteers.get(judge.volunteerId());
        List<Long> accounts =
                nominees.stream().map(n -> n.person().contactAccountId()).toList();
        Set<Long> mates = organizations.teammates(judge.accountId(), accounts);
        Set<Long> out = new HashSet<>();
        for (Nominee nominee : nominees) {
            VolunteerView other = nominee.person();
            boolean neighbour = round.terms().conflict() == Conflict.TEAM_AND_COMMUNITY
                    && person.residence()
                            .at(Level.COMMUNITY)
                            .equals(other.residence().at(Level.COMMUNITY));
            if (mates.contains(other.contactAccountId()) || neighbour || person.isOneHumanWith(other)) {
                out.add(nominee.id());
            }
        }
        return out;
    }

    /** Whether the account's owner has to do with any nomination that is, or was until it was taken out, judged in the round. */
    boolean involvedInAny(long account, Collection<Nominee> nominees) {
        return nominees.stream().filter(n -> COUNTING.contains(n.state())).anyMatch(n -> involved(account, n));
    }

    /** Whether the account's owner has to do with a nomination: is the nominee or the nominator, a relative, or one human. */
    boolean involved(long account, Nominee nominee) {
        return volunteers.isClose(account, nominee.person())
                || volunteers.isOneHuman(account, nominee.nominatorAccountId());
    }
}
