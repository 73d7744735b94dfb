package org.yiwang.star;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.RegionCode;
import org.yiwang.record.PersonHours;
import org.yiwang.record.PersonHours.Minutes;
import org.yiwang.region.Regions;
import org.yiwang.star.Rehearsal.Change;
import org.yiwang.star.Rehearsal.Count;
import org.yiwang.star.Rehearsal.State;
import org.yiwang.trust.TrustGrades;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/**
 * Carries out rehearsals, one after the other in the background: everybody's hours come by in one query, are held against both
 * schemes, and whoever would reach another star is written down. What a stop of the program cut off begins anew with the next
 * start; after some such tries it has failed.
 */
@Component
public class RehearsalRunner {

    private static final Logger log = LoggerFactory.getLogger(RehearsalRunner.class);

    private static final int MOST_TRIES = 3;
    private static final int CHANGES_AT_ONCE = 5_000;
    private static final int PEOPLE_BETWEEN_REPORTS = 50_000;

    private final RehearsalStore store;
    private final StarSchemes schemes;
    private final PersonHours hours;
    private final TrustGrades grades;
    private final Volunteers volunteers;
    private final Regions regions;
    private final TransactionTemplate apart;
    private final Clock clock;

    RehearsalRunner(
            RehearsalStore store,
            StarSchemes schemes,
            PersonHours hours,
            TrustGrades grades,
            Volunteers volunteers,
            Regions regions,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.schemes = schemes;
        this.hours = hours;
        this.grades = grades;
        this.volunteers = volunteers;
        this.regions = regions;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** Carries out what waits; run by a job. */
    public void run() {
        Optional<Rehearsal> next = begin();
        while (next.isPresent() && !Thread.currentThread().isInterrupted()) {
            carryOut(next.get());
            next = begin();
        }
    }

    /** The next one to carry out; one that broke off too often is over. */
    private Optional<Rehearsal> begin() {
        return Objects.requireNonNull(apart.execute(_ -> {
            Optional<Rehearsal> next = store.next();
            next.filter(r -> store.begin(r.id(), volunteers.count(), clock.instant()) > MOST_TRIES)
                    .ifPresent(r -> store.end(r.id(), State.FAILED, clock.instant()));
            return next;
        }));
    }

    private void carryOut(Rehearsal rehearsal) {
        if (store.find(rehearsal.id()).filter(Rehearsal::isOpen).isEmpty()) {
            return;
        }
        try {
            StarScheme now = schemes.version(rehearsal.againstVersion()).value();
            Run run = new Run(rehearsal, now, excluded(rehearsal, now), excluded(rehearsal, rehearsal.scheme()));
            hours.ofAll(rehearsal.from(), rehearsal.upTo(), run::person);
            run.end();
        } catch (RuntimeException e) {
            // It waits again, and is begun anew with the next run of the job, some times.
            log.error("The rehearsal {} broke off", Ids.text(rehearsal.id()), e);
        }
    }

    /** What a scheme leaves out, by person; empty for most. */
    private Map<Long, Minutes> excluded(Rehearsal rehearsal, StarScheme scheme) {
        Map<Long, Minutes> excluded = new HashMap<>();
        if (!scheme.excludedGrades().isEmpty()) {
            grades.eachOf(
                    scheme.excludedGrades(),
                    keys -> hours.ofRecords(keys, rehearsal.from(), rehearsal.upTo())
                            .forEach((person, minutes) -> excluded.merge(person, minutes, Minutes::plus)));
        }
        return excluded;
    }

    /** One rehearsal while it runs. */
    private final class Run {

        private final Rehearsal rehearsal;
        private final StarScheme now;
        private final StarScheme then;
        private final Map<Long, Minutes> withoutNow;
        private final Map<Long, Minutes> withoutThen;
        private final long[] countsNow = new long[StarScheme.MOST + 1];
        private final long[] countsThen = new long[StarScheme.MOST + 1];
        private final List<Change> changes = new ArrayList<>();
        private final RegionCode city = regions.city().code();
        private long done;
        private long gain;
        private long lose;

        Run(Rehearsal rehearsal, StarScheme now, Map<Long, Minutes> withoutNow, Map<Long, Minutes> withoutThen) {
            this.rehearsal = rehearsal;
            this.now = now;
            this.then = rehearsal.scheme();
            this.withoutNow = withoutNow;
            this.withoutThen = withoutThen;
        }

        void person(long id, Minutes all) {
            Minutes minutesNow = all.minus(withoutNow.getOrDefault(id, Minutes.NONE));
            Minutes minutesThen = all.minus(withoutThen.getOrDefault(id, Minutes.NONE));
            int starNow = now.reached(minutesNow);
            int starThen = then.reached(minutesThen);
            countsNow[starNow]++;
            countsThen[starThen]++;
            done++;
            if (starNow != starThen) {
                gain += starThen > starNow ? 1 : 0;
                lose += starThen < starNow ? 1 : 0;
                changes.add(new Change(id, city, starNow, starThen, minutesNow, minutesThen));
            }
            if (changes.size() >= CHANGES_AT_ONCE || done % PEOPLE_BETWEEN_REPORTS == 0) {
                flush();
            }
        }

        private void flush() {
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("the program ends");
            }
            apart.executeWithoutResult(_ -> {
                store.copy(rehearsal.id(), placed());
                store.progress(rehearsal.id(), done, gain, lose);
            });
            changes.clear();
        }

        /** The changes with where the people live; whoever is not registered any more stands under the city. */
        private List<Change> placed() {
            Map<Long, VolunteerView> people =
                    volunteers.getAll(changes.stream().map(Change::volunteerId).toList());
            return changes.stream()
                    .map(c -> {
                        @Nullable VolunteerView person = people.get(c.volunteerId());
                        return person == null || !city.contains(person.residence())
                                ? c
                                : new Change(
                                        c.volunteerId(),
                                        person.residence(),
                                        c.starNow(),
                                        c.starThen(),
                                        c.minutesNow(),
                                        c.minutesThen());
                    })
                    .toList();
        }

        void end() {
            flush();
            int highest = Math.max(now.stars().size(), then.stars().size());
            apart.executeWithoutResult(_ -> {
                store.put(
                        rehearsal.id(),
                        IntStream.rangeClosed(0, highest)
                                .mapToObj(star -> new Count(star, countsNow[star], countsThen[star]))
                                .toList());
                store.end(rehearsal.id(), State.DONE, clock.instant());
            });
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> rehearseSchemes(RehearsalRunner runner) {
            return Tasks.recurring("star.rehearse", FixedDelay.of(Duration.ofSeconds(2)))
                    .execute((instance, context) -> runner.run());
        }
    }
}
