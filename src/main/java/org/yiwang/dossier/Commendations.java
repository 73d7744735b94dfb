package org.yiwang.dossier;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.account.AuditTrail;
import org.yiwang.dossier.StandingStore.NewEntry;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.notification.Notice;
import org.yiwang.organization.MemberView;
import org.yiwang.organization.Memberships;
import org.yiwang.organization.OrganizationView;
import org.yiwang.organization.Organizations;
import org.yiwang.region.Regions;
import org.yiwang.volunteer.VolunteerProblem;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/**
 * Commendations (Order 67 art. 9): an organization records its own; awards of governments from the county up are
 * recorded by the office of that level; for those of others the volunteer applies and the organization verifies.
 */
@Component
public class Commendations {

    private static final int SHOWN = 200;

    private final EntryStore entries;
    private final StandingStore standings;
    private final EntryKeeper keeper;
    private final Organizations organizations;
    private final Memberships memberships;
    private final TurnStore turns;
    private final Volunteers volunteers;
    private final Regions regions;
    private final AuditTrail audit;

    Commendations(
            EntryStore entries,
            StandingStore standings,
            EntryKeeper keeper,
            Organizations organizations,
            Memberships memberships,
            TurnStore turns,
            Volunteers volunteers,
            Regions regions,
            AuditTrail audit) {
        this.entries = entries;
        this.standings = standings;
        this.keeper = keeper;
        this.organizations = organizations;
        this.memberships = memberships;
        this.turns = turns;
        this.volunteers = volunteers;
        this.regions = regions;
        this.audit = audit;
    }

    /** Records the organization's own award for people who belong to it or served with it; all of them or nobody. */
    @Transactional
    public int ofTeam(Actor actor, long organizationId, CommendationDraft typed, Collection<String> numbers) {
        Holder team = Holder.of(organizations.require(actor, Permission.DOSSIER_RECORD, organizationId));
        CommendationDraft draft = new CommendationDraft(
                        typed.name(),
                        typed.date(),
                        typed.awardingUnit().isBlank() ? team.name() : typed.awardingUnit(),
                        Award.OWN,
                        null,
                        typed.documentNumber(),
                        typed.words())
                .checked(keeper.today());
        return record(actor, team, draft, keeper.people(actor, team, numbers));
    }

    /** Records a government's award for people who live in the office's area, whose level it must be. */
    @Transactional
    public int ofOffice(Actor actor, RegionCode region, CommendationDraft typed, Collection<String> numbers) {
        CommendationDraft draft = typed.checked(keeper.today());
        AwardLevel level = draft.level();
        if (level == null) {
            throw new Refusal(DossierProblem.LEVEL_NEEDED).at("level");
        }
        Holder office = office(level.office(region));
        office.require(actor);
        return record(actor, office, draft, keeper.people(actor, office, numbers));
    }

    /**
     * Records what came out of an award round of an office, by the program: of a government from the county up at its level,
     * otherwise as the office's own. Who moved away since the round looked at it keeps the award. Refuses with {@code
     * volunteer.not-valid}. The caller sees to it that it happens once, and tells the person.
     *
     * @return id of the entry
     */
    @Transactional
    public long ofRound(RegionCode region, CommendationDraft typed, long volunteerId) {
        CommendationDraft draft = typed.checked(keeper.today());
        if (volunteers.get(volunteerId).state() != VolunteerView.State.VALID) {
            throw new Refusal(VolunteerProblem.NOT_VALID);
        }
        AwardLevel level = draft.level();
        Holder office = office(level == null ? region : level.office(region));
        long id = insert(volunteerId, draft, office, EntryState.RECORDED, Actor.SYSTEM);
        audit.write(
                Actor.SYSTEM,
                "dossier.commendation",
                "dossier:" + Ids.text(volunteerId) + "/" + Ids.text(id),
                draft.name(),
                office.region());
        return id;
    }

    private int record(Actor actor, Holder holder, CommendationDraft draft, List<VolunteerView> people) {
        int recorded = 0;
        for (VolunteerView person : people) {
            if (entries.commendations(person.id()).stream()
                    .noneMatch(c -> c.facts().equals(draft) && c.mark().state() == EntryState.RECORDED)) {
                insert(person.id(), draft, holder, EntryState.RECORDED, actor);
                keeper.tell(List.of(person), "notice.dossier.commended", draft.name(), draft.awardingUnit());
                recorded++;
            }
        }
        audit.write(
                actor,
                "dossier.commendation",
                subject(holder),
                draft.name() + "; people: " + recorded,
                holder.region());
        return recorded;
    }

    /**
     * The volunteer asks that an award be recorded: a government's by the office of its level, any other by an
     * organization to which the volunteer belongs or with which the volunteer served. Refuses with {@code
     * dossier.not-of-yours} another organization.
     *
     * @return id of the entry
     */
    @Transactional
    public long apply(Actor actor, long volunteerId, CommendationDraft typed, @Nullable Long organizationId) {
        VolunteerView person = volunteers.require(actor, volunteerId);
        if (person.state() != VolunteerView.State.VALID) {
            throw new Refusal(VolunteerProblem.NOT_VALID);
        }
        CommendationDraft draft = typed.checked(keeper.today());
        Holder holder = holder(person, draft, organizationId);
        long id = insert(volunteerId, draft, holder, EntryState.APPLIED, actor);
        keeper.tellHolder(
                holder,
                new Notice("notice.dossier.applied", List.of(person.name(), draft.name()), "/desk/dossier", false));
        return id;
    }

    /** Organizations that can verify an award for the volunteer: the own ones and those with which the volunteer served. */
    @Transactional(readOnly = true)
    public List<OrganizationView> organizationsOf(Actor actor, long volunteerId) {
        VolunteerView person = volunteers.require(actor, volunteerId);
        Set<Long> ids = new TreeSet<>(turns.organizationsOf(volunteerId));
        if (person.accountId() != null && person.accountId() == actor.accountId()) {
            memberships.list(actor).stream()
                    .filter(m -> m.state() == MemberView.State.MEMBER)
                    .forEach(m -> ids.add(m.organizationId()));
        }
        return ids.stream().flatMap(id -> organizations.find(id).stream()).toList();
    }

    private Holder holder(VolunteerView person, CommendationDraft draft, @Nullable Long organizationId) {
        AwardLevel level = draft.level();
        if (level != null) {
            return office(level.office(person.residence()));
        }
        if (organizationId == null) {
            throw new Refusal(DossierProblem.NOBODY).at("organization");
        }
        Holder team = Holder.of(organizations.get(organizationId));
        if (!keeper.known(team, List.of(person)).contains(person.id())) {
            throw new Refusal(DossierProblem.NOT_OF_YOURS, person.number()).at("organization");
        }
        return team;
    }

    /** Records what was applied for, or refuses it with a reason that the volunteer reads. */
    @Transactional
    public void decide(Actor actor, long volunteerId, long entryId, boolean accept, @Nullable String why) {
        Standing standing = keeper.lock(volunteerId, entryId, EntryState.APPLIED);
        standing.holder().require(actor);
        VolunteerView person = keeper.requireOther(actor, volunteerId);
        String reason = accept ? Texts.optional("why", why, 500) : Texts.reason("why", why);
        standings.move(standing, accept ? EntryState.RECORDED : EntryState.REFUSED, keeper.deed(actor, reason));
        String name = entries.commendation(volunteerId, entryId)
                .map(c -> c.facts().name())
                .orElse("");
        keeper.tell(
                List.of(person),
                accept ? "notice.dossier.accepted" : "notice.dossier.refused",
                name,
                reason == null ? "" : reason);
        audit.write(
                actor,
                accept ? "dossier.accept" : "dossier.refuse",
                "dossier:" + Ids.text(volunteerId) + "/" + Ids.text(entryId),
                reason,
                standing.holder().region());
    }

    /** What an organization recorded, the latest first; needs {@code DOSSIER_RECORD} there. The look is noted. */
    @Transactional
    public List<Commendation> listOfTeam(Actor actor, long organizationId) {
        var team = organizations.require(actor, Permission.DOSSIER_RECORD, organizationId);
        List<Commendation> found = entries.commendationsOf(organizationId, SHOWN);
        audit.lookAtList(
                actor,
                "organization:" + Ids.text(organizationId) + " commendations",
                (int) found.stream().map(c -> c.mark().volunteerId()).distinct().count(),
                team.region());
        return found;
    }

    private long insert(long volunteerId, CommendationDraft draft, Holder holder, EntryState state, Actor actor) {
        long id = Ids.next();
        entries.insert(volunteerId, id, draft);
        standings.insert(NewEntry.of(volunteerId, id, Part.COMMENDATION, holder), state, keeper.deed(actor, null));
        return id;
    }

    private Holder office(RegionCode region) {
        return Holder.office(region, regions.find(region).map(r -> r.name()).orElse(region.value()));
    }

    private static String subject(Holder holder) {
        Long team = holder.organizationId();
        return team == null ? "region:" + holder.region().value() : "organization:" + Ids.text(team);
    }
}
