package org.yiwang.dossier;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.account.AuditTrail;
import org.yiwang.activity.Activities;
import org.yiwang.activity.ActivityView;
import org.yiwang.dossier.StandingStore.NewEntry;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.RegionCode;
import org.yiwang.organization.Organizations;
import org.yiwang.record.RecordDesk;
import org.yiwang.record.RecordState;
import org.yiwang.record.RecordView;
import org.yiwang.region.Regions;
import org.yiwang.signup.SignUpView;
import org.yiwang.signup.SignUps;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/**
 * Recording training (Order 67 art. 8), for many people at once. Nobody records their own; the volunteers are told;
 * recording the same training of a person again changes nothing.
 */
@Component
public class Trainings {

    private static final int SHOWN = 200;

    private final EntryStore entries;
    private final StandingStore standings;
    private final EntryKeeper keeper;
    private final Organizations organizations;
    private final Activities activities;
    private final RecordDesk records;
    private final SignUps signUps;
    private final Volunteers volunteers;
    private final Regions regions;
    private final AuditTrail audit;

    Trainings(
            EntryStore entries,
            StandingStore standings,
            EntryKeeper keeper,
            Organizations organizations,
            Activities activities,
            RecordDesk records,
            SignUps signUps,
            Volunteers volunteers,
            Regions regions,
            AuditTrail audit) {
        this.entries = entries;
        this.standings = standings;
        this.keeper = keeper;
        this.organizations = organizations;
        this.activities = activities;
        this.records = records;
        this.signUps = signUps;
        this.volunteers = volunteers;
        this.regions = regions;
        this.audit = audit;
    }

    /**
     * Records a training of people who belong to the organization or served with it; all of them or nobody. Refuses with
     * {@code dossier.number-unknown}, {@code dossier.not-of-yours}, {@code dossier.own-matter}.
     *
     * @param numbers unified numbers
     * @return for how many it was recorded now
     */
    @Transactional
    public int ofTeam(Actor actor, long organizationId, TrainingDraft draft, Collection<String> numbers) {
        Holder team = Holder.of(organizations.require(actor, Permission.DOSSIER_RECORD, organizationId));
        return record(actor, team, draft, keeper.people(actor, team, numbers));
    }

    /** Records a training of everybody who served in an activity or has a place in it, without the actor. */
    @Transactional
    public int ofCrew(Actor actor, long activityId, TrainingDraft draft) {
        ActivityView activity = activities.require(actor, Permission.DOSSIER_RECORD, activityId);
        Holder team = Holder.of(organizations.get(activity.organizationId()));
        Set<Long> ids = new TreeSet<>();
        signUps.accepted(activityId).stream().map(SignUpView::volunteerId).forEach(ids::add);
        records.ofActivity(Actor.SYSTEM, activityId).stream()
                .filter(r -> r.state() != RecordState.VOID)
                .map(RecordView::volunteerId)
                .forEach(ids::add);
        EntryKeeper.requireNotTooMany(ids.size());
        List<VolunteerView> people = volunteers.getAll(ids).values().stream()
                .filter(v -> v.state() == VolunteerView.State.VALID && !v.concerns(actor.accountId()))
                .toList();
        if (people.isEmpty()) {
            throw new org.yiwang.kernel.Refusal(DossierProblem.NOBODY).at("numbers");
        }
        return record(actor, team, draft, people);
    }

    /** Records a training that an office held for people who live in its area. */
    @Transactional
    public int ofOffice(Actor actor, RegionCode region, TrainingDraft draft, Collection<String> numbers) {
        Holder office =
                Holder.office(region, regions.find(region).map(r -> r.name()).orElse(region.value()));
        office.require(actor);
        return record(actor, office, draft, keeper.people(actor, office, numbers));
    }

    /** What an organization recorded, the latest first; needs {@code DOSSIER_RECORD} there. The look is noted. */
    @Transactional
    public List<Training> listOfTeam(Actor actor, long organizationId) {
        var team = organizations.require(actor, Permission.DOSSIER_RECORD, organizationId);
        List<Training> found = entries.trainingsOf(organizationId, SHOWN);
        audit.lookAtList(
                actor,
                "organization:" + Ids.text(organizationId) + " trainings",
                (int) found.stream().map(t -> t.mark().volunteerId()).distinct().count(),
                team.region());
        return found;
    }

    private int record(Actor actor, Holder holder, TrainingDraft typed, List<VolunteerView> people) {
        TrainingDraft draft = typed.checked(keeper.today());
        List<VolunteerView> told = new ArrayList<>();
        for (VolunteerView person : people) {
            boolean known = entries.trainings(person.id()).stream()
                    .anyMatch(t -> t.facts().equals(draft)
                            && Objects.equals(t.mark().organizationId(), holder.organizationId()));
            if (!known) {
                long id = Ids.next();
                entries.insert(person.id(), id, draft);
                standings.insert(
                        NewEntry.of(person.id(), id, Part.TRAINING, holder),
                        EntryState.RECORDED,
                        keeper.deed(actor, null));
                told.add(person);
            }
        }
        if (!told.isEmpty()) {
            keeper.tell(told, "notice.dossier.training", draft.name(), draft.date(), holder.name());
            audit.write(
                    actor,
                    "dossier.training",
                    holder.organizationId() == null
                            ? "region:" + holder.region().value()
                            : "organization:" + Ids.text(holder.organizationId()),
                    draft.name() + "; people: " + told.size(),
                    holder.region());
        }
        return told.size();
    }
}
