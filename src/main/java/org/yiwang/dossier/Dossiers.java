package org.yiwang.dossier;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.account.AuditTrail;
import org.yiwang.dossier.StandingStore.NewEntry;
import org.yiwang.dossier.StandingStore.Taken;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.notification.Notice;
import org.yiwang.organization.OrganizationView;
import org.yiwang.organization.Organizations;
import org.yiwang.rules.Rules;
import org.yiwang.volunteer.Register;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/** Dossiers as a whole: read by the person, by offices and by the person's organizers; objected to; moved. */
@Component
public class Dossiers {

    private final EntryStore entries;
    private final StandingStore standings;
    private final EntryKeeper keeper;
    private final Volunteers volunteers;
    private final Register register;
    private final Organizations organizations;
    private final Rules rules;
    private final AuditTrail audit;

    Dossiers(
            EntryStore entries,
            StandingStore standings,
            EntryKeeper keeper,
            Volunteers volunteers,
            Register register,
            Organizations organizations,
            Rules rules,
            AuditTrail audit) {
        this.entries = entries;
        this.standings = standings;
        this.keeper = keeper;
        this.volunteers = volunteers;
        this.register = register;
        this.organizations = organizations;
        this.rules = rules;
        this.audit = audit;
    }

    /** The groups of a person, for modules above that have checked who asks. */
    @Transactional(readOnly = true)
    public Dossier of(long volunteerId) {
        return new Dossier(
                entries.trainings(volunteerId),
                entries.commendations(volunteerId),
                entries.evaluations(volunteerId, keeper.now()));
    }

    /** The groups, for the person or the guardian; refuses with {@code volunteer.not-yours}. */
    @Transactional(readOnly = true)
    public Dossier mine(Actor actor, long volunteerId) {
        volunteers.require(actor, volunteerId);
        return of(volunteerId);
    }

    /** How many evaluations of the person wait to be seen until both sides have spoken. */
    public int countHidden(Actor actor, long volunteerId) {
        volunteers.require(actor, volunteerId);
        return entries.countHidden(volunteerId, keeper.now());
    }

    /** The groups, for staff of the person's area ({@code VOLUNTEER_READ}); the look is noted. */
    @Transactional
    public Dossier ofArea(Actor staff, long volunteerId) {
        register.get(staff, volunteerId);
        VolunteerView person = volunteers.get(volunteerId);
        audit.lookAtList(staff, "dossier:" + Ids.text(volunteerId), 1, person.residence());
        return onRecord(of(volunteerId));
    }

    /**
     * The groups, for organizers of a team to which the person belongs or with which the person served; the look is
     * noted. Refuses with {@code access.out-of-scope} and {@code dossier.not-of-yours}.
     */
    @Transactional
    public Dossier ofMember(Actor organizer, long organizationId, long volunteerId) {
        OrganizationView team = organizations.require(organizer, Permission.DOSSIER_RECORD, organizationId);
        VolunteerView person = volunteers.get(volunteerId);
        if (!keeper.known(Holder.of(team), List.of(person)).contains(volunteerId)) {
            throw new Refusal(DossierProblem.NOT_OF_YOURS, person.number());
        }
        audit.lookAtList(
                organizer,
                "organization:" + Ids.text(organizationId) + " dossier:" + Ids.text(volunteerId),
                1,
                team.region());
        return onRecord(of(volunteerId));
    }

    /** What was applied for and not recorded is nobody's business but the person's and of who decided. */
    private static Dossier onRecord(Dossier all) {
        return new Dossier(
                all.trainings(),
                all.commendations().stream()
                        .filter(c -> c.mark().state() == EntryState.RECORDED)
                        .toList(),
                all.evaluations());
    }

    /** An entry of one's own with what happened to it; refuses with {@code dossier.unknown} what may not be seen yet. */
    @Transactional
    public DossierEntry entry(Actor actor, long volunteerId, long entryId) {
        VolunteerView person = volunteers.require(actor, volunteerId);
        Standing standing = standings
                .lock(volunteerId, entryId)
                .filter(s -> !isHidden(s))
                .orElseThrow(() -> new Refusal(DossierProblem.UNKNOWN));
        return keeper.entry(standing.part(), person, entryId);
    }

    private boolean isHidden(Standing standing) {
        Instant from = standing.shownFrom();
        return from != null && from.isAfter(keeper.now());
    }

    /**
     * The volunteer says that an entry is wrong. Who recorded it must answer within the working days of the rule.
     * Refuses with {@code dossier.not-live}, {@code dossier.already-objected}, {@code dossier.reason-needed}.
     */
    @Transactional
    public void object(Actor actor, long volunteerId, long entryId, String words) {
        VolunteerView person = volunteers.require(actor, volunteerId);
        Standing standing = keeper.lock(volunteerId, entryId, EntryState.RECORDED);
        if (isHidden(standing)) {
            throw new Refusal(DossierProblem.UNKNOWN);
        }
        if (standing.answerBy() != null) {
            throw new Refusal(DossierProblem.ALREADY_OBJECTED);
        }
        int days =
                rules.current(EvaluationRule.KEY, EvaluationRule.class).value().answerWithinDays();
        standings.object(
                standing,
                keeper.today(),
                rules.workingDays().after(keeper.today(), days),
                keeper.deed(actor, Texts.reason("words", words)));
        keeper.tellHolder(
                standing.holder(),
                new Notice("notice.dossier.objected", List.of(person.name()), "/desk/dossier", false));
    }

    /**
     * Takes over what came along with a person from another platform; joins the caller's transaction. What was taken
     * before, by issuer and id, is left alone; taking again with a verified origin verifies all of that issuer.
     *
     * @return how many entries are new
     */
    @Transactional
    public int take(Actor actor, long volunteerId, Origin origin, List<Arrival> arrivals) {
        VolunteerView person = volunteers.get(volunteerId);
        standings.origin(volunteerId, origin, keeper.now());
        Holder holder = Holder.office(person.residence(), origin.issuer());
        int taken = 0;
        for (Arrival arrival : arrivals) {
            Taken source = new Taken(origin.issuer(), arrival.sourceId());
            if (!standings.wasTaken(volunteerId, source)) {
                take(actor, volunteerId, holder, source, arrival);
                taken++;
            }
        }
        return taken;
    }

    private void take(Actor actor, long volunteerId, Holder holder, Taken source, Arrival arrival) {
        long id = Ids.next();
        Part part;
        Long activityId = null;
        TrainingDraft training = arrival.training();
        CommendationDraft commendation = arrival.commendation();
        Arrival.Evaluated evaluated = arrival.evaluation();
        if (training != null) {
            part = Part.TRAINING;
            entries.insert(volunteerId, id, training.checked(keeper.today()));
        } else if (commendation != null) {
            part = Part.COMMENDATION;
            entries.insert(volunteerId, id, commendation.checked(keeper.today()));
        } else if (evaluated != null) {
            part = Part.EVALUATION;
            // An activity elsewhere: the entry's own id stands for it, so that no two of them meet.
            activityId = id;
            entries.insert(evaluated.as(volunteerId, id, holder.name(), keeper.now()), 1);
        } else {
            throw new IllegalArgumentException("an arrival says something");
        }
        standings.insert(
                new NewEntry(volunteerId, id, part, activityId, holder, source, null, null),
                EntryState.RECORDED,
                keeper.deed(actor, "dossier.why.came-along"));
    }

    /**
     * An entry that comes from another platform; exactly one of the three is there.
     *
     * @param sourceId its id there
     * @param training a training, or null
     * @param commendation a commendation, or null
     * @param evaluation an evaluation, or null
     */
    public record Arrival(
            String sourceId,
            @Nullable TrainingDraft training,
            @Nullable CommendationDraft commendation,
            @Nullable Evaluated evaluation) {

        /**
         * An evaluation given elsewhere.
         *
         * @param activityTitle the activity
         * @param organizationName the team
         * @param quality code of {@code evaluation-quality}
         * @param words what was added
         * @param servedOn day of the service
         * @param evaluatedOn day of the evaluation
         */
        public record Evaluated(
                String activityTitle,
                String organizationName,
                String quality,
                @Nullable String words,
                java.time.LocalDate servedOn,
                java.time.LocalDate evaluatedOn) {

            Evaluation as(long volunteerId, long entryId, String issuer, Instant now) {
                return new Evaluation(
                        new EntryMark(
                                volunteerId,
                                entryId,
                                Part.EVALUATION,
                                EntryState.RECORDED,
                                null,
                                issuer,
                                null,
                                null,
                                now),
                        entryId,
                        activityTitle,
                        organizationName,
                        quality,
                        words,
                        servedOn,
                        evaluatedOn);
            }
        }
    }
}
