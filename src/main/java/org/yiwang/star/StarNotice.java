package org.yiwang.star;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Slice;
import org.yiwang.rules.Rule;
import org.yiwang.star.StarApplication.Deed;
import org.yiwang.star.StarApplication.Evaluation;
import org.yiwang.star.StarApplication.State;
import org.yiwang.star.StarApplication.Step;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/**
 * Public notice of stars about to be granted, with masked names. Whoever knows better objects, and when the days are over the
 * application goes back to be decided by somebody else; what nobody doubts is granted then, by the version that it was agreed by.
 */
@Component
public class StarNotice {

    private static final int PAGE = 30;

    /** More than anybody knows something about; fewer than would busy an office. */
    static final int OBJECTIONS_A_DAY = 5;

    private static final Logger log = LoggerFactory.getLogger(StarNotice.class);

    private final ApplicationStore store;
    private final StarStore stars;
    private final ApplicationDesk desk;
    private final StarSchemes schemes;
    private final Volunteers volunteers;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StarNotice(
            ApplicationStore store,
            StarStore stars,
            ApplicationDesk desk,
            StarSchemes schemes,
            Volunteers volunteers,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.stars = stars;
        this.desk = desk;
        this.schemes = schemes;
        this.volunteers = volunteers;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * A star on public notice.
     *
     * @param id id of the application
     * @param who masked name
     * @param region district where the person lives, or the city
     * @param star which
     * @param until the end of the notice
     */
    public record Line(long id, String who, RegionCode region, int star, Instant until) {}

    /** What is on notice, the one that ends next first; for everybody. */
    @Transactional(readOnly = true)
    public Slice<Line> list(int page) {
        List<StarApplication> rows = store.onNotice(PAGE + 1, (Slice.page(page) - 1) * PAGE);
        var people = volunteers.getAll(
                rows.stream().map(StarApplication::volunteerId).toList());
        Slice<StarApplication> cut = Slice.cut(rows, Slice.page(page), PAGE);
        List<Line> lines = cut.items().stream()
                .filter(a -> mayBePublished(people.get(a.volunteerId())))
                .map(a -> line(a, Objects.requireNonNull(people.get(a.volunteerId()))))
                .toList();
        return new Slice<>(lines, cut.page(), cut.more());
    }

    /** One of them; refuses with {@code star.not-on-notice}. */
    @Transactional(readOnly = true)
    public Line get(long id) {
        StarApplication found =
                store.find(id).filter(this::isOnNotice).orElseThrow(() -> new Refusal(StarProblem.NOT_ON_NOTICE));
        VolunteerView person = volunteers.get(found.volunteerId());
        if (!mayBePublished(person)) {
            throw new Refusal(StarProblem.NOT_ON_NOTICE);
        }
        return line(found, person);
    }

    /** Nothing is published about whose registration does not count, or who had the data kept and nothing more (PIPL art. 47). */
    static boolean mayBePublished(@Nullable VolunteerView person) {
        return person != null && person.state() == VolunteerView.State.VALID;
    }

    private static Line line(StarApplication a, VolunteerView person) {
        return new Line(
                a.id(), person.maskedName(), district(a.region()), a.star(), Objects.requireNonNull(a.noticeUntil()));
    }

    /** The district of a residence: nobody's community is published. */
    static RegionCode district(RegionCode region) {
        return region.at(RegionCode.Level.COUNTY).orElse(region);
    }

    /**
     * Objects. The notice goes on, so that everybody has its days; when they are over, somebody who has not decided yet answers
     * all objections at once, and what is agreed to then is granted without another notice: nobody holds it up for ever. Those
     * who decide read who objected and why, the volunteer does not. Refuses with {@code star.not-on-notice}, {@code
     * star.reason-needed}, {@code star.text-long}, {@code star.objected-before} (one human objects once, by whatever account) and {@code
     * star.objected-enough}.
     */
    @Transactional
    public void object(Actor actor, long id, String why) {
        String said = StarText.needed("why", why);
        Instant now = clock.instant();
        StarApplication found =
                store.lock(id).filter(this::isOnNotice).orElseThrow(() -> new Refusal(StarProblem.NOT_ON_NOTICE));
        boolean before = store.steps(id).stream()
                .anyMatch(s -> s.deed() == Deed.OBJECTED && volunteers.isOneHuman(actor.accountId(), s.accountId()));
        if (before) {
            throw new Refusal(StarProblem.OBJECTED_BEFORE);
        }
        if (store.countObjections(actor.accountId(), now.minus(Duration.ofDays(1))) >= OBJECTIONS_A_DAY) {
            throw new Refusal(StarProblem.OBJECTED_ENOUGH, OBJECTIONS_A_DAY);
        }
        desk.move(found.doubted(true), Deed.OBJECTED, null, actor, said);
        if (!found.objected()) {
            desk.tell(found, "notice.star.doubted", found.star());
        }
    }

    private boolean isOnNotice(StarApplication a) {
        return a.state() == State.NOTICE
                && Objects.requireNonNull(a.noticeUntil()).isAfter(clock.instant());
    }

    /**
     * Grants every star whose notice is over, or sends it back to be decided; how many. Each for itself: one that fails is
     * tried again by the next run and keeps none of the others. Run by a job; for tests after moving the clock.
     */
    public long grantDue() {
        return store.due(clock.instant()).stream()
                .takeWhile(_ -> !Thread.currentThread().isInterrupted())
                .filter(this::grantOne)
                .count();
    }

    private boolean grantOne(long id) {
        try {
            transaction.executeWithoutResult(
                    _ -> store.lockDue(id, clock.instant()).ifPresent(this::grant));
            return true;
        } catch (RuntimeException e) {
            log.error("Star application {} cannot be brought to its end; the next run tries again", Ids.text(id), e);
            return false;
        }
    }

    private void grant(StarApplication found) {
        Rule<StarScheme> scheme = schemes.version(found.evaluation().schemeVersion());
        Evaluation evaluation =
                schemes.evaluate(scheme, found.volunteerId(), found.evaluation().cutOff());
        Reckoning reckoning = scheme.value()
                .reckon(evaluation.minutes(), scheme.value().find(found.star()).orElseThrow());
        StarApplication now = found.judged(evaluation);
        if (volunteers.get(found.volunteerId()).state() != VolunteerView.State.VALID) {
            desk.move(desk.close(now, State.WITHDRAWN), Deed.WITHDRAWN, null, Actor.SYSTEM, "star.why.not-valid");
        } else if (!reckoning.isReached()) {
            desk.move(
                    now.with(State.REVIEW, found.level(), null, null),
                    Deed.RETURNED,
                    null,
                    Actor.SYSTEM,
                    "star.why.hours-fell");
            desk.tell(now, "notice.star.returned", found.star());
        } else if (found.objected()) {
            desk.move(
                    found.with(State.REVIEW, found.level(), null, null),
                    Deed.RETURNED,
                    null,
                    Actor.SYSTEM,
                    "star.why.objected");
        } else {
            List<Long> deciders = store.steps(found.id()).stream()
                    .filter(s -> s.deed() == Deed.APPROVED)
                    .map(Step::accountId)
                    .toList();
            stars.insert(new Star(
                    Ids.next(),
                    found.volunteerId(),
                    found.star(),
                    found.id(),
                    found.region(),
                    clock.instant(),
                    evaluation.schemeVersion(),
                    evaluation.cutOff(),
                    evaluation.minutes(),
                    reckoning.honourCounted(),
                    deciders,
                    null,
                    null));
            desk.move(desk.close(now, State.GRANTED), Deed.GRANTED, null, Actor.SYSTEM, "");
            desk.tell(now, "notice.star.granted", found.star());
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> grantStars(StarNotice notice) {
            return Tasks.recurring("star.grant", FixedDelay.of(Duration.ofMinutes(1)))
                    .execute((instance, context) -> notice.grantDue());
        }
    }
}
