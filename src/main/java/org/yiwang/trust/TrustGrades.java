package org.yiwang.trust;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.attendance.SharedDevices;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.platform.Batches;
import org.yiwang.record.Grades;
import org.yiwang.record.Origin;
import org.yiwang.record.RecordEvidence;
import org.yiwang.record.RecordFacts;
import org.yiwang.record.RecordKey;
import org.yiwang.record.RecordState;
import org.yiwang.record.TrustGrade;
import org.yiwang.rules.Rule;
import org.yiwang.rules.Rules;
import org.yiwang.trust.SanctionView.Subject;
import org.yiwang.volunteer.Volunteers;

/**
 * Trust grades of records, A to D, computed from their evidence under the rule {@code trust.grade}. A grade says how well a
 * record is borne out and nothing about the person; whoever it concerns sees each fact and may object (PIPL art. 24).
 */
@Component
public class TrustGrades implements Grades {

    /** Activities graded at once, each with all of its people. */
    private static final int BATCH = 50;

    private static final int DUE_AT_ONCE = 5_000;
    private static final int GRADED_AT_ONCE = 20_000;
    private static final Set<RecordState> GRADED =
            EnumSet.of(RecordState.NOTICE, RecordState.HELD, RecordState.EFFECTIVE);
    private static final List<Permission> READERS =
            List.of(Permission.RECORD_ATTEST, Permission.CASE_ANSWER, Permission.CASE_DECIDE, Permission.SPOT_CHECK);

    private final TrustGradeStore store;
    private final SpotCheckStore samples;
    private final ThanksStore thanks;
    private final SanctionStore sanctions;
    private final RecordEvidence records;
    private final SharedDevices devices;
    private final Volunteers volunteers;
    private final Rules rules;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TrustGrades(
            TrustGradeStore store,
            SpotCheckStore samples,
            ThanksStore thanks,
            SanctionStore sanctions,
            RecordEvidence records,
            SharedDevices devices,
            Volunteers volunteers,
            Rules rules,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.samples = samples;
        this.thanks = thanks;
        this.sanctions = sanctions;
        this.records = records;
        this.devices = devices;
        this.volunteers = volunteers;
        this.rules = rules;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Map<RecordKey, TrustGrade> of(Collection<RecordKey> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        Map<RecordKey, TrustGrade> found = store.of(keys);
        List<RecordKey> missing =
                keys.stream().filter(k -> !found.containsKey(k)).toList();
        if (!missing.isEmpty()) {
            compute(missing).forEach(g -> found.put(g.key(), g.grade()));
        }
        return found;
    }

    /** Hands over all records that have one of these grades, some thousand at once; for whoever counts without them. */
    public void eachOf(Set<TrustGrade> wanted, Consumer<List<RecordKey>> some) {
        List<RecordKey> keys = store.graded(wanted, null, GRADED_AT_ONCE);
        while (!keys.isEmpty()) {
            some.accept(keys);
            keys = store.graded(wanted, keys.getLast(), GRADED_AT_ONCE);
        }
    }

    /**
     * The grade of a record with all facts, for its owner or guardian, and for organizers and offices in whose reach it is.
     * Refuses with {@code trust.no-grade}.
     */
    @Transactional(readOnly = true)
    public View get(Actor actor, RecordKey key) {
        RecordFacts record = records.find(key).orElseThrow(() -> new Refusal(TrustProblem.NO_GRADE));
        boolean reached =
                READERS.stream().anyMatch(p -> actor.reach(p).covers(record.region(), record.organizationAncestors()));
        if (!reached) {
            volunteers.require(actor, key.volunteerId());
        }
        boolean own = volunteers.mayActFor(actor, volunteers.get(key.volunteerId()));
        Graded graded = store.find(key)
                .or(() -> compute(List.of(key)).stream().findFirst())
                .orElseThrow(() -> new Refusal(TrustProblem.NO_GRADE));
        GradeRule rule = rules.current(GradeRule.KEY, GradeRule.class).value();
        return new View(record, graded, own, rule.a(), rule.b(), rule.c());
    }

    /**
     * What the page about a grade shows.
     *
     * @param record the record
     * @param graded its grade
     * @param own whether the reader is its owner or guardian
     * @param a points from which a record has A
     * @param b from which it has B
     * @param c from which it has C
     */
    public record View(RecordFacts record, Graded graded, boolean own, int a, int b, int c) {}

    /**
     * Grades everything about which something was learned since; how many activities were looked at. Run by a job. All
     * records are put down to their activities first, so that none is graded anew for each of its people.
     */
    public long gradeDue() {
        Batches.whileFull(DUE_AT_ONCE, () -> Objects.requireNonNull(transaction.execute(_ -> putDown())));
        return Batches.whileFull(BATCH, () -> Objects.requireNonNull(transaction.execute(_ -> gradeSome())));
    }

    private int putDown() {
        List<RecordKey> due = store.takeDue(DUE_AT_ONCE);
        store.addDueActivities(records.activitiesAround(due));
        return due.size();
    }

    private int gradeSome() {
        Set<Long> activities = store.takeDueActivities(BATCH);
        grade(activities);
        return activities.size();
    }

    /** Grades all records of these activities now, in the caller's transaction. */
    void grade(Collection<Long> activityIds) {
        if (!activityIds.isEmpty()) {
            List<Graded> grades = compute(records.ofActivities(activityIds), activityIds);
            store.keepOnly(activityIds, grades);
            put(grades);
        }
    }

    /** Computes all grades anew; how many there are. For the command line and for tests. */
    @Transactional
    public int rebuild() {
        store.deleteAll();
        int written = 0;
        long after = Long.MIN_VALUE;
        List<Long> activities = records.activitiesAfter(after, BATCH);
        while (!activities.isEmpty()) {
            List<Graded> grades = compute(records.ofActivities(activities), activities);
            put(grades);
            written += grades.size();
            activities = records.activitiesAfter(activities.getLast(), BATCH);
        }
        return written;
    }

    private void put(List<Graded> grades) {
        List<RecordKey> written = store.put(grades, clock.instant());
        if (!written.isEmpty()) {
            events.publishEvent(new TrustEvent.Graded(written));
        }
    }

    private List<Graded> compute(Collection<RecordKey> keys) {
        Set<RecordKey> wanted = new HashSet<>(keys);
        Set<Long> activities = new HashSet<>();
        records.find(keys).stream()
                .filter(r -> GRADED.contains(r.state()))
                .forEach(r -> activities.add(r.activityId()));
        return compute(records.ofActivities(activities), activities).stream()
                .filter(g -> wanted.contains(g.key()))
                .toList();
    }

    private List<Graded> compute(List<RecordFacts> all, Collection<Long> activityIds) {
        if (all.isEmpty()) {
            return List.of();
        }
        Map<Long, List<RecordFacts>> crews = new LinkedHashMap<>();
        all.forEach(r ->
                crews.computeIfAbsent(r.activityId(), a -> new ArrayList<>()).add(r));
        Map<Long, Map<Long, Integer>> shared = devices.in(activityIds);
        Map<Long, Known.Voices> voices = thanks.voices(activityIds);
        Map<RecordKey, Outcome> outcomes = samples.outcomes(activityIds);
        Set<RecordKey> known = records.knownBefore(all.stream()
                .filter(r -> r.origin() != Origin.ATTENDANCE && r.origin() != Origin.TRANSFER)
                .map(RecordFacts::key)
                .toList());
        Map<Long, List<Known.Checked>> histories = new HashMap<>();
        Function<List<RecordFacts>, Known.Sanctioned> sanctioned = sanctioned(all);
        List<Graded> grades = new ArrayList<>(all.size());
        crews.forEach((activity, crew) -> {
            RecordFacts first = crew.getFirst();
            Rule<GradeRule> rule = rule(first.serviceDate());
            Known about = new Known(
                    shared.getOrDefault(activity, Map.of()),
                    known,
                    voices.getOrDefault(activity, Known.Voices.NONE),
                    outcomes,
                    histories.computeIfAbsent(first.organizationId(), samples::history),
                    sanctioned.apply(crew));
            grades.addAll(Grading.of(crew, about, rule.value(), rule.version()));
        });
        return grades;
    }

    /** The sanctions against the people and the organizer of each crew; read at once. */
    private Function<List<RecordFacts>, Known.Sanctioned> sanctioned(List<RecordFacts> all) {
        Set<Long> people = new HashSet<>();
        Set<Long> organizations = new HashSet<>();
        all.forEach(r -> {
            people.add(r.key().volunteerId());
            organizations.addAll(r.organizationAncestors());
        });
        Map<Subject, List<Known.Days>> days = new HashMap<>();
        sanctions
                .marks(people, organizations)
                .forEach(s -> days.computeIfAbsent(s.subject(), x -> new ArrayList<>())
                        .add(new Known.Days(s.imposedOn(), Objects.requireNonNull(s.endsOn()))));
        if (days.isEmpty()) {
            return crew -> Known.Sanctioned.NONE;
        }
        return crew -> {
            List<Known.Days> organizer = crew.getFirst().organizationAncestors().stream()
                    .flatMap(o -> days.getOrDefault(Subject.organization(o), List.of()).stream())
                    .toList();
            Map<Long, List<Known.Days>> persons = new HashMap<>();
            crew.forEach(r -> {
                List<Known.Days> own = days.get(Subject.volunteer(r.key().volunteerId()));
                if (own != null) {
                    persons.put(r.key().volunteerId(), own);
                }
            });
            return new Known.Sanctioned(organizer, persons);
        };
    }

    private Rule<GradeRule> rule(LocalDate day) {
        return rules.on(day, GradeRule.KEY, GradeRule.class);
    }
}
