package org.yiwang.star;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.account.AuditTrail;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.notification.Notice;
import org.yiwang.notification.Notifications;
import org.yiwang.platform.Batches;
import org.yiwang.record.RecordEvent;
import org.yiwang.rules.Rule;
import org.yiwang.rules.Rules;
import org.yiwang.star.ReviewLevel.Desk;
import org.yiwang.star.TakingBack.Outcome;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/**
 * Stars whose hours were corrected to less than their threshold. Nothing happens to them by itself: the office sees them, and may
 * announce that one is to be taken back, with reason, rule and evidence. The volunteer has some working days to object; then
 * another person decides (domain H1: never lower on data fix without notice; ADR 0014).
 */
@Component
public class StarsBelow {

    private static final int BATCH = 200;
    private static final int SHOWN = 200;

    private final StarStore store;
    private final TakingBackStore takings;
    private final StarSchemes schemes;
    private final Conflicts conflicts;
    private final Volunteers volunteers;
    private final Rules rules;
    private final Notifications notifications;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StarsBelow(
            StarStore store,
            TakingBackStore takings,
            StarSchemes schemes,
            Conflicts conflicts,
            Volunteers volunteers,
            Rules rules,
            Notifications notifications,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.takings = takings;
        this.schemes = schemes;
        this.conflicts = conflicts;
        this.volunteers = volunteers;
        this.rules = rules;
        this.notifications = notifications;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * A star below its threshold.
     *
     * @param star it
     * @param person whose
     * @param reckoning the hours of now held against what the star asked for then
     * @param announced the open announcement, null if there is none
     */
    public record Below(
            Star star,
            VolunteerView person,
            Reckoning reckoning,
            @Nullable TakingBack announced) {}

    @EventListener
    void on(RecordEvent.CeasedToCount event) {
        store.due(event.volunteerId());
    }

    /** Holds those about whose records something changed, and those below, against their thresholds; run by a job. */
    public long checkDue() {
        transaction.executeWithoutResult(_ -> store.dueBelow());
        return Batches.whileFull(BATCH, () -> Objects.requireNonNull(transaction.execute(_ -> checkSome())));
    }

    private int checkSome() {
        List<Long> due = store.takeDue(BATCH);
        if (!due.isEmpty()) {
            store.of(due).stream().filter(Star::isHeld).forEach(this::mark);
        }
        return due.size();
    }

    private void mark(Star star) {
        boolean below = !reckon(star).isReached();
        if (below != (star.belowSince() != null)) {
            store.markBelow(star.id(), below ? clock.instant() : null);
        }
    }

    private Reckoning reckon(Star star) {
        Rule<StarScheme> scheme = schemes.version(star.schemeVersion());
        return scheme.value()
                .reckon(
                        schemes.evaluate(scheme, star.volunteerId(), star.cutOff())
                                .minutes(),
                        scheme.value().find(star.star()).orElseThrow());
    }

    /** Stars below their thresholds about which this person may decide; those that have their hours again are left out. */
    @Transactional(readOnly = true)
    public List<Below> list(Actor actor) {
        return rows(actor).stream()
                .map(this::below)
                .filter(b -> !b.reckoning().isReached() || b.announced() != null)
                .toList();
    }

    /** How many there are. */
    public int count(Actor actor) {
        return rows(actor).size();
    }

    /** One of them; refuses with {@code star.award-unknown} out of reach. */
    @Transactional(readOnly = true)
    public Below get(Actor actor, long awardId) {
        return below(reached(actor, store.find(awardId).orElse(null)));
    }

    private Below below(Star star) {
        return new Below(
                star,
                volunteers.get(star.volunteerId()),
                reckon(star),
                takings.open(star.id()).orElse(null));
    }

    private List<Star> rows(Actor actor) {
        Desk desk = Desk.of(actor.reach(Permission.STAR_REVIEW), false);
        return desk.patterns().isEmpty()
                ? List.of()
                : store.below(desk.patterns(), SHOWN).stream()
                        .filter(s -> mayDecide(desk, s))
                        .toList();
    }

    /** Whoever may take the last step of the review may also announce. */
    private boolean mayDecide(Desk desk, Star star) {
        ReviewLevel last = schemes.version(star.schemeVersion())
                .value()
                .find(star.star())
                .orElseThrow()
                .levels()
                .getLast();
        return desk.covers(StarApplications.level(star.region(), last), star.region(), List.of());
    }

    /**
     * Announces that a star is to be taken back, and tells the volunteer. Refuses with {@code star.award-unknown}, {@code
     * star.not-below}, {@code star.own-case}, {@code star.reason-needed} and {@code star.announced-already}.
     */
    @Transactional
    public void announce(Actor actor, long awardId, String reason, String evidence) {
        Star star = reached(actor, store.lock(awardId).orElse(null));
        VolunteerView person = volunteers.get(star.volunteerId());
        conflicts.requireNotClose(actor, person);
        String why = StarText.needed("reason", reason);
        String shown = StarText.needed("evidence", evidence);
        if (reckon(star).isReached()) {
            store.markBelow(awardId, null);
            throw new Refusal(StarProblem.NOT_BELOW);
        }
        LocalDate until = rules.workingDays()
                .after(
                        LocalDate.now(clock),
                        schemes.version(star.schemeVersion()).value().objectWorkingDays());
        TakingBack taking = new TakingBack(
                Ids.next(),
                awardId,
                actor.accountId(),
                clock.instant(),
                why,
                shown,
                star.schemeVersion(),
                until,
                null,
                null,
                null,
                null,
                null,
                null);
        if (!takings.insert(taking)) {
            throw new Refusal(StarProblem.ANNOUNCED_ALREADY);
        }
        audit.write(actor, "star.announce-taking-back", subject(star), why, star.region());
        tell(person, "notice.star.taking-back", star.star(), until);
    }

    /** Objects, as the volunteer or the guardian. Refuses with {@code star.nothing-announced} and {@code star.reason-needed}. */
    @Transactional
    public void object(Actor actor, long awardId, String why) {
        Star star = store.lock(awardId).orElseThrow(() -> new Refusal(StarProblem.AWARD_UNKNOWN));
        volunteers.require(actor, star.volunteerId());
        TakingBack taking = open(star);
        if (LocalDate.now(clock).isAfter(taking.objectUntil())) {
            throw new Refusal(StarProblem.NOTHING_ANNOUNCED);
        }
        String said = StarText.needed("why", why);
        takings.object(taking.id(), said, clock.instant());
        audit.write(actor, "star.object-taking-back", subject(star), said, star.region());
    }

    /**
     * Decides what was announced, as another person: takes the star back, or lets the volunteer keep it, with a reason that the
     * volunteer reads. It is taken back only after the time to object, and only if it is still below. Refuses with {@code
     * star.another-person}, {@code star.own-case}, {@code star.nothing-announced}, {@code star.time-to-object}, {@code
     * star.not-below} and {@code star.reason-needed}.
     */
    @Transactional
    public void decide(Actor actor, long awardId, boolean takeBack, String answer) {
        Star star = reached(actor, store.lock(awardId).orElse(null));
        VolunteerView person = volunteers.get(star.volunteerId());
        TakingBack taking = open(star);
        if (volunteers.isOneHuman(actor.accountId(), taking.announcedBy())) {
            throw new Refusal(StarProblem.ANOTHER_PERSON);
        }
        conflicts.requireNotClose(actor, person);
        String said = StarText.needed("answer", answer);
        Instant now = clock.instant();
        if (takeBack) {
            if (!LocalDate.now(clock).isAfter(taking.objectUntil())) {
                throw new Refusal(
                        StarProblem.TIME_TO_OBJECT, taking.objectUntil().toString());
            }
            if (reckon(star).isReached()) {
                throw new Refusal(StarProblem.NOT_BELOW);
            }
            store.takeBack(awardId, now);
        }
        takings.decide(taking.id(), takeBack ? Outcome.TAKEN_BACK : Outcome.KEPT, said, actor.accountId(), now);
        audit.write(actor, takeBack ? "star.take-back" : "star.keep", subject(star), said, star.region());
        tell(person, takeBack ? "notice.star.taken-back" : "notice.star.kept", star.star(), said);
    }

    private TakingBack open(Star star) {
        return takings.open(star.id())
                .filter(t -> star.isHeld())
                .orElseThrow(() -> new Refusal(StarProblem.NOTHING_ANNOUNCED));
    }

    private Star reached(Actor actor, @Nullable Star star) {
        Desk desk = Desk.of(actor.reach(Permission.STAR_REVIEW), false);
        if (star == null || !star.isHeld() || !mayDecide(desk, star)) {
            throw new Refusal(StarProblem.AWARD_UNKNOWN);
        }
        return star;
    }

    private void tell(VolunteerView person, String key, Object... args) {
        notifications.tell(
                person.contactAccountId(),
                new Notice(
                        key,
                        List.of(args).stream().map(String::valueOf).toList(),
                        "/me/stars?of=" + Ids.text(person.id()),
                        true));
    }

    private static String subject(Star star) {
        return "star:" + Ids.text(star.id());
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> checkStars(StarsBelow below) {
            return Tasks.recurring("star.check", FixedDelay.of(Duration.ofMinutes(5)))
                    .execute((instance, context) -> below.checkDue());
        }
    }
}
