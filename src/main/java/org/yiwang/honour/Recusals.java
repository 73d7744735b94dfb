package org.yiwang.honour;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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

    /**
     * The nominations that this judge does not judge: by the round's conflict rule and the memberships of now, and those with
     * which the judge is {@link #involved}, by whatever account.
     */
    Set<Long> of(RoundView round, Seat judge, Collection<Nominee> nominees) {
        VolunteerView person = volunteers.get(judge.volunteerId());
        List<Long> accounts =
                nominees.stream().flatMap(n -> accounts(n.person())).distinct().toList();
        Set<Long> mates = organizations.teammates(judge.accountId(), accounts);
        Set<Long> close = close(judge.accountId(), person, nominees, accounts);
        Set<Long> out = new HashSet<>();
        for (Nominee nominee : nominees) {
            VolunteerView other = nominee.person();
            boolean neighbour = round.terms().conflict() == Conflict.TEAM_AND_COMMUNITY
                    && person.residence()
                            .at(Level.COMMUNITY)
                            .equals(other.residence().at(Level.COMMUNITY));
            boolean mate = accounts(other).anyMatch(mates::contains);
            boolean near = accounts(other).anyMatch(close::contains) || close.contains(nominee.nominatorAccountId());
            if (mate || neighbour || near || person.isOneHumanWith(other)) {
                out.add(nominee.id());
            }
        }
        return out;
    }

    /** The accounts that speak for a person: the own one and the guardian's. */
    private static Stream<Long> accounts(VolunteerView person) {
        return Stream.of(Optional.ofNullable(person.accountId()), Optional.ofNullable(person.guardianAccountId()))
                .flatMap(Optional::stream);
    }

    /**
     * Those of the accounts of nominees, guardians and nominators behind which the judge stands: as {@link
     * Volunteers#isOneHuman} has it, for all of them in one query.
     */
    private Set<Long> close(long judge, VolunteerView person, Collection<Nominee> nominees, List<Long> accounts) {
        Set<Long> all = new HashSet<>(accounts);
        nominees.forEach(n -> all.add(n.nominatorAccountId()));
        Map<Long, VolunteerView> owners = volunteers.findByAccounts(all);
        Set<Long> close = new HashSet<>();
        for (long account : all) {
            VolunteerView owner = owners.get(account);
            boolean same = owner != null && (owner.concerns(judge) || owner.isOneHumanWith(person));
            if (account == judge || person.concerns(account) || same) {
                close.add(account);
            }
        }
        return close;
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
