package org.yiwang.teamstar;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.account.AuditTrail;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.notification.Notice;
import org.yiwang.notification.Notifications;
import org.yiwang.organization.Organizations;
import org.yiwang.rules.Rules;
import org.yiwang.teamstar.RunView.State;
import org.yiwang.teamstar.StepView.What;

/**
 * Counts runs in the background, some teams at a time, and publishes those whose public notice is over, unless something found
 * since waits for a decision. How far a run is and
 * what was counted are one commit: whenever the program stops, it goes on with the next team.
 */
@Component
public class RunWorker {

    /** Teams counted at once: few enough that progress shows. */
    static final int BATCH = 100;

    private static final Logger log = LoggerFactory.getLogger(RunWorker.class);

    private final RunStore runs;
    private final RatingStore ratings;
    private final Measuring measuring;
    private final Organizations organizations;
    private final Notifications notifications;
    private final AuditTrail audit;
    private final Rules rules;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RunWorker(
            RunStore runs,
            RatingStore ratings,
            Measuring measuring,
            Organizations organizations,
            Notifications notifications,
            AuditTrail audit,
            Rules rules,
            TransactionTemplate transaction,
            Clock clock) {
        this.runs = runs;
        this.ratings = ratings;
        this.measuring = measuring;
        this.organizations = organizations;
        this.notifications = notifications;
        this.audit = audit;
        this.rules = rules;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Counts until no run waits to be counted, and publishes what is due; run by a job. Stops between two batches. */
    public void run() {
        List<Long> failed = new ArrayList<>();
        for (List<Long> ids = counting(failed); !ids.isEmpty(); ids = counting(failed)) {
            for (long id : ids) {
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
                try {
                    transaction.executeWithoutResult(_ -> batch(id));
                } catch (RuntimeException e) {
                    // Nothing of the batch is there; others go on, and this one is tried again with the next run.
                    log.error("Teams of the run {} could not be counted", Ids.text(id), e);
                    failed.add(id);
                }
            }
        }
        for (long id : runs.due(LocalDate.now(clock))) {
            try {
                transaction.executeWithoutResult(_ -> publish(id));
            } catch (RuntimeException e) {
                log.error("The run {} could not be published", Ids.text(id), e); // One that fails stops no other.
            }
        }
    }

    private List<Long> counting(List<Long> failed) {
        return runs.counting().stream().filter(id -> !failed.contains(id)).toList();
    }

    private void batch(long id) {
        RunView run = runs.lock(id).orElseThrow();
        if (run.state() != State.COUNTING) {
            return;
        }
        StarScheme scheme = scheme(run);
        List<RatingView> waiting = ratings.waiting(id, BATCH);
        if (waiting.isEmpty()) {
            LocalDate today = LocalDate.now(clock);
            runs.open(id, rules.workingDays().after(today, scheme.speakDays()), clock.instant());
            return;
        }
        List<Long> teams = waiting.stream().map(RatingView::organizationId).toList();
        Map<Long, Figures> figures =
                measuring.measure(teams, run.year(), run.figuresUntil(), scheme.activeDays(), scheme.newcomerDays());
        Map<RatingView, Rating> rated = new LinkedHashMap<>();
        waiting.forEach(r -> rated.put(r, scheme.rate(Objects.requireNonNull(figures.get(r.organizationId())))));
        ratings.count(rated, figures);
        ratings.addStep(teams, run.year(), new StepView(What.COUNTED, null, null, 0, clock.instant()));
        runs.progress(id, waiting.size());
        if (run.isWhole()) {
            tell(waiting, "notice.teamstar.proposed");
        }
    }

    private void publish(long id) {
        RunView run = runs.lock(id).orElseThrow();
        if (run.state() != State.NOTICE || ratings.hasAside(id)) {
            return;
        }
        List<RatingView> given = ratings.given(id);
        if (isHeldUp(run, given)) {
            return;
        }
        runs.publish(id, clock.instant());
        ratings.addStep(
                given.stream().map(RatingView::organizationId).toList(),
                run.year(),
                new StepView(What.PUBLISHED, null, null, 0, clock.instant()));
        audit.write(
                Actor.SYSTEM,
                "teamstar.publish",
                "team-stars:" + Ids.text(id),
                "%d teams of %d".formatted(given.size(), run.teams()),
                run.region());
        tell(given, "notice.teamstar.published");
    }

    /**
     * Looks again at those to be published: what has come to stand in the way since they were counted is told to the team first,
     * and an office decides (ADR 0014). What it has decided is not brought up again.
     */
    private boolean isHeldUp(RunView run, List<RatingView> given) {
        Map<Long, Obstacle> standing = measuring.standing(
                given.stream().map(RatingView::organizationId).toList(), run.year());
        LocalDate until = rules.workingDays()
                .after(
                        LocalDate.now(clock),
                        rules.current(Hearing.KEY, Hearing.class).value().days());
        List<RatingView> found = new ArrayList<>();
        for (RatingView rating : given) {
            Obstacle obstacle = standing.get(rating.organizationId());
            String why = "teamstar.obstacle." + obstacle;
            if (obstacle != null && !ratings.wasFound(rating, why)) {
                ratings.aside(rating, new RatingView.Aside(0, why, until, null));
                ratings.addStep(
                        List.of(rating.organizationId()),
                        rating.year(),
                        new StepView(What.ASIDE_TOLD, 0, why, 0, clock.instant()));
                audit.write(
                        Actor.SYSTEM,
                        "teamstar.aside-told",
                        "organization:" + Ids.text(rating.organizationId()) + " " + rating.year(),
                        why,
                        rating.region());
                found.add(rating);
            }
        }
        tell(found, "notice.teamstar.found");
        return !found.isEmpty();
    }

    private void tell(List<RatingView> told, String key) {
        Map<Long, List<Long>> leaders = organizations.leaders(
                told.stream().map(RatingView::organizationId).toList());
        for (RatingView r : told) {
            notifications.tell(
                    leaders.getOrDefault(r.organizationId(), List.of()),
                    new Notice(
                            key,
                            List.of(
                                    r.name(),
                                    String.valueOf(r.year()),
                                    String.valueOf(r.stars() == null ? 0 : r.stars())),
                            "/desk/organizations/" + Ids.text(r.organizationId()) + "/stars",
                            false));
        }
    }

    private StarScheme scheme(RunView run) {
        return rules.version(run.schemeVersion(), StarScheme.KEY, StarScheme.class)
                .value();
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> teamStarRuns(RunWorker worker) {
            return Tasks.recurring("teamstar.runs", FixedDelay.of(Duration.ofSeconds(5)))
                    .execute((instance, context) -> worker.run());
        }
    }
}
