package org.yiwang.paper;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.account.AuditTrail;
import org.yiwang.entry.EntryGate;
import org.yiwang.entry.QuotaView;
import org.yiwang.entry.Quotas;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.RegionCode;
import org.yiwang.notification.Notice;
import org.yiwang.notification.Notifications;
import org.yiwang.organization.Organizations;
import org.yiwang.paper.ImportStore.Counts;
import org.yiwang.paper.ImportView.State;
import org.yiwang.paper.LineChecks.Checked;
import org.yiwang.paper.LineStore.Marked;
import org.yiwang.paper.LineStore.Ready;
import org.yiwang.paper.Staged.Fault;
import org.yiwang.record.Intake;
import org.yiwang.record.Origin;
import org.yiwang.record.RecordDraft;
import org.yiwang.record.RecordIntake;
import org.yiwang.rules.Rules;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/**
 * Takes the lines of confirmed imports, batch by batch in the background. What a batch recorded and how far the import is
 * are one commit: whenever the program stops, it goes on with the line after the last one that is on record. The rules, the
 * days and the week of the quota are those of the moment in which the second person confirmed, however late a line is taken;
 * only a ban holds at once.
 */
@Component
public class ImportRunner {

    private static final Logger log = LoggerFactory.getLogger(ImportRunner.class);

    /** Lines of a batch: large enough that a commit does not count, small enough that progress shows. */
    static final int BATCH = 2_000;

    /** For how many batches what organizations may enter is not looked up again. */
    private static final int BATCHES_OF_A_BUDGET = 25;

    private static final int TOLD_AT_ONCE = 2_000;

    private final ImportStore store;
    private final LineStore lines;
    private final Misses misses;
    private final SheetScans scans;
    private final LineChecks checks;
    private final RecordIntake intake;
    private final EntryGate gate;
    private final Quotas quotas;
    private final Organizations organizations;
    private final Volunteers volunteers;
    private final Notifications notifications;
    private final AuditTrail audit;
    private final Rules rules;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ImportRunner(
            ImportStore store,
            LineStore lines,
            Misses misses,
            SheetScans scans,
            LineChecks checks,
            RecordIntake intake,
            EntryGate gate,
            Quotas quotas,
            Organizations organizations,
            Volunteers volunteers,
            Notifications notifications,
            AuditTrail audit,
            Rules rules,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.lines = lines;
        this.misses = misses;
        this.scans = scans;
        this.checks = checks;
        this.intake = intake;
        this.gate = gate;
        this.quotas = quotas;
        this.organizations = organizations;
        this.volunteers = volunteers;
        this.notifications = notifications;
        this.audit = audit;
        this.rules = rules;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Carries on with every confirmed import until its lines are through, taking turns; run by a job every two seconds.
     * Stops between two batches when the program ends.
     */
    public void run() {
        Set<Long> failed = new HashSet<>();
        Budget budget = new Budget();
        for (List<Long> running = running(failed); !running.isEmpty(); running = running(failed)) {
            for (Long id : running) {
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
                Budget ours = ++budget.batches % BATCHES_OF_A_BUDGET == 0 ? new Budget() : budget;
                budget = ours;
                try {
                    transaction.executeWithoutResult(_ -> batch(id, BATCH, ours));
                } catch (RuntimeException e) {
                    // Nothing of the batch is there; the others go on, and this one is tried again with the next run.
                    log.error("A batch of the import {} was taken back", Ids.text(id), e);
                    failed.add(id);
                    budget = new Budget();
                }
            }
        }
    }

    private List<Long> running(Set<Long> without) {
        return store.running().stream().filter(id -> !without.contains(id)).toList();
    }

    /** Deletes the lines of imports that ended long ago, and takes back those that nobody confirmed; run daily. */
    public void forget() {
        transaction.executeWithoutResult(_ -> {
            int days = rules.current(PaperRule.KEY, PaperRule.class).value().keepLinesDays();
            Instant before = clock.instant().minus(Duration.ofDays(days));
            lines.withdrawOlder(before);
            lines.deleteOlder(before);
            misses.forgetOld();
            scans.forget();
        });
    }

    /** One batch of so many lines in the running transaction, or the end if no line is left. */
    void batch(long id, int size, Budget budget) {
        ImportView view = store.lock(id).orElseThrow();
        if (view.state() != State.RUNNING) {
            return;
        }
        List<Ready> ready = lines.ready(id, size);
        if (ready.isEmpty()) {
            finish(view);
            return;
        }
        List<Marked> marked = new ArrayList<>();
        List<Checked> fine = new ArrayList<>();
        for (Checked checked : checks.check(view, ready, proof(view))) {
            if (checked.fault() == null) {
                fine.add(checked);
            } else {
                marked.add(new Marked(checked.line().no(), checked.fault()));
            }
        }
        fine = budget.within(view.confirmedAt(), allowed(view, fine, marked), marked);
        Counts counts = take(view, fine, marked, budget);
        lines.mark(id, marked);
        store.progress(id, ready.getLast().no() + 1, counts);
    }

    /** Leaves out lines of organizations for which nothing may be entered by hand now, also since the import was confirmed. */
    private List<Checked> allowed(ImportView view, List<Checked> fine, List<Marked> marked) {
        Map<Long, Boolean> banned = new HashMap<>();
        List<Checked> allowed = new ArrayList<>(fine.size());
        for (Checked one : fine) {
            if (banned.computeIfAbsent(Budget.organization(one), o -> gate.isBanned(o, view.madeBy()))) {
                marked.add(new Marked(one.line().no(), Fault.of(PaperProblem.BANNED)));
            } else {
                allowed.add(one);
            }
        }
        return allowed;
    }

    /** What a second person sees on the record: a sheet or a file, with its fingerprint. */
    private static String proof(ImportView view) {
        return view.kind() == ImportView.Kind.SHEET
                ? "paper.proof.sheet"
                : view.fileName() + " #" + view.fileHash().substring(0, 12);
    }

    private Counts take(ImportView view, List<Checked> fine, List<Marked> marked, Budget budget) {
        List<RecordDraft> drafts = drafts(fine);
        List<Intake> answers = intake.take(
                drafts,
                new RecordIntake.Terms(
                        Origin.PAPER, view.madeBy(), gate.waiting(false, view.confirmedAt()), "record.why.paper"));
        Map<Long, Integer> used = new TreeMap<>();
        int taken = 0;
        int held = 0;
        int known = 0;
        for (int i = 0; i < answers.size(); i++) {
            int line = fine.get(i).line().no();
            switch (answers.get(i)) {
                case Intake.Taken t -> {
                    taken++;
                    held += t.hold() == null ? 0 : 1;
                    used.merge(
                            drafts.get(i).statutory().organizationId(),
                            drafts.get(i).served().minutes(),
                            Integer::sum);
                }
                case Intake.Known _ -> {
                    known++;
                    marked.add(new Marked(line, null));
                }
                case Intake.Refused r ->
                    marked.add(new Marked(
                            line,
                            new Fault(
                                    r.problem().code(),
                                    r.args().stream().map(String::valueOf).toList())));
            }
        }
        budget.use(view.confirmedAt(), used);
        int refused = (int) marked.stream().filter(m -> m.fault() != null).count();
        return new Counts(taken, known, held, refused);
    }

    private static List<RecordDraft> drafts(List<Checked> fine) {
        return fine.stream().map(c -> Objects.requireNonNull(c.draft())).toList();
    }

    private void finish(ImportView view) {
        store.finish(view.id(), clock.instant());
        audit.write(
                Actor.SYSTEM,
                "paper.import",
                "import:" + Ids.text(view.id()),
                "taken %d, known %d, held %d, refused %d"
                        .formatted(view.taken(), view.known(), view.held(), view.refused()),
                new RegionCode(view.region()));
        notifications.tell(
                List.of(view.madeBy(), Objects.requireNonNull(view.decidedBy())),
                new Notice(
                        "notice.paper.done",
                        List.of(view.fileName(), String.valueOf(view.taken()), String.valueOf(view.refused())),
                        "/desk/imports/" + Ids.text(view.id()),
                        false));
        tellVolunteers(view);
    }

    /** Everybody learns once that somebody entered hours for them, and where to say that it was not so. */
    private void tellVolunteers(ImportView view) {
        String name = organizations.get(view.organizationId()).name();
        List<Long> people = lines.people(view.id());
        for (int from = 0; from < people.size(); from += TOLD_AT_ONCE) {
            List<Long> some = people.subList(from, Math.min(people.size(), from + TOLD_AT_ONCE));
            notifications.tell(
                    volunteers.getAll(some).values().stream()
                            .map(VolunteerView::contactAccountId)
                            .toList(),
                    new Notice("notice.paper.recorded", List.of(name), "/me/hours", false));
        }
    }

    /**
     * What organizations may still enter, looked up once for many batches, and again when another import takes its turn.
     * Whether it is really there is decided by the row of the week when it is used.
     */
    final class Budget {

        private final Map<Long, Share> shares = new HashMap<>();
        private int batches;

        /** Leaves out new lines for which the organization has no time left this week; those known already need none. */
        private List<Checked> within(Instant confirmedAt, List<Checked> fine, List<Marked> marked) {
            Map<Long, Integer> wanted = new HashMap<>();
            fine.forEach(c -> wanted.merge(organization(c), minutes(c), Integer::sum));
            if (wanted.entrySet().stream()
                    .allMatch(
                            w -> w.getValue() <= share(w.getKey(), confirmedAt).left())) {
                return fine;
            }
            Set<Integer> known = intake.known(Origin.PAPER, drafts(fine));
            Map<Long, Integer> left = new HashMap<>();
            List<Checked> within = new ArrayList<>(fine.size());
            for (int i = 0; i < fine.size(); i++) {
                Checked one = fine.get(i);
                int before = left.computeIfAbsent(
                        organization(one), o -> share(o, confirmedAt).left());
                if (known.contains(i)) {
                    within.add(one);
                } else if (minutes(one) > before) {
                    marked.add(new Marked(one.line().no(), Fault.of(PaperProblem.QUOTA, before)));
                } else {
                    left.put(organization(one), before - minutes(one));
                    within.add(one);
                }
            }
            return within;
        }

        private void use(Instant confirmedAt, Map<Long, Integer> minutes) {
            minutes.forEach((organization, some) -> {
                Share share = share(organization, confirmedAt);
                quotas.use(organization, share.told, some);
                share.spent += some;
            });
        }

        /** Of one import at a time: what another one spent meanwhile is in what is told anew. */
        private Share share(long organization, Instant confirmedAt) {
            Share held = shares.get(organization);
            if (held == null || !held.confirmedAt.equals(confirmedAt)) {
                held = new Share(confirmedAt, quotas.left(organization, confirmedAt));
                shares.put(organization, held);
            }
            return held;
        }

        private static long organization(Checked checked) {
            return Objects.requireNonNull(checked.draft()).statutory().organizationId();
        }

        private static int minutes(Checked checked) {
            return Objects.requireNonNull(checked.draft()).served().minutes();
        }
    }

    /** What an organization was told that it may enter, and what it has used of that since. */
    private static final class Share {

        private final Instant confirmedAt;
        private final QuotaView told;
        private int spent;

        Share(Instant confirmedAt, QuotaView told) {
            this.confirmedAt = confirmedAt;
            this.told = told;
        }

        int left() {
            return Math.max(0, told.leftMinutes() - spent);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> paperImports(ImportRunner runner) {
            return Tasks.recurring("paper.import", FixedDelay.of(Duration.ofSeconds(2)))
                    .execute((instance, context) -> runner.run());
        }

        @Bean
        RecurringTask<Void> paperForget(ImportRunner runner) {
            return Tasks.recurring("paper.forget", FixedDelay.of(Duration.ofHours(24)))
                    .execute((instance, context) -> runner.forget());
        }
    }
}
