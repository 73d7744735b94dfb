package org.yiwang.attendance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.activity.Activities;
import org.yiwang.activity.ActivityView;
import org.yiwang.activity.ShiftView;
import org.yiwang.attendance.AttendanceStore.Begun;
import org.yiwang.attendance.AttendanceStore.Device;
import org.yiwang.attendance.AttendanceStore.Open;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.Refusal;
import org.yiwang.platform.Combiner;
import org.yiwang.platform.Combiner.Outcome;
import org.yiwang.rules.Rules;
import org.yiwang.volunteer.VolunteerProblem;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/**
 * Makes checks: many together, in one transaction with one statement per table (design §4.5). A refusal of one person
 * is an answer and rolls nobody else back; should the database refuse a batch, the combiner makes each check alone.
 */
@Component
class Checks implements DisposableBean {

    private static final int LANES = 2;
    private static final int AT_MOST = 512;
    private static final int QUEUE = 20_000;

    private final AttendanceStore store;
    private final Activities activities;
    private final Places places;
    private final Volunteers volunteers;
    private final Rules rules;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Combiner<Check, PairView> combiner;

    Checks(
            AttendanceStore store,
            Activities activities,
            Places places,
            Volunteers volunteers,
            Rules rules,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.activities = activities;
        this.places = places;
        this.volunteers = volunteers;
        this.rules = rules;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
        this.combiner = new Combiner<>("check", LANES, AT_MOST, QUEUE, together -> () -> makeTogether(together));
    }

    /** Makes the check, together with others that arrive meanwhile, and answers after the commit. */
    PairView make(Check check) {
        try {
            return combiner.call(check.activityId(), check);
        } catch (RejectedExecutionException _) {
            throw new Refusal(AttendanceProblem.BUSY);
        }
    }

    /** Carries a batch out; a person who stands in it twice has the second check made after the first. */
    List<Outcome<PairView>> makeTogether(List<Check> checks) {
        Map<Integer, Outcome<PairView>> outcomes = new TreeMap<>();
        List<Integer> left = new ArrayList<>();
        for (int i = 0; i < checks.size(); i++) {
            left.add(i);
        }
        while (!left.isEmpty()) {
            List<Integer> round = firstOfEachPerson(checks, left);
            left.removeAll(new HashSet<>(round));
            List<Check> together = round.stream().map(checks::get).toList();
            List<Outcome<PairView>> made = Objects.requireNonNull(transaction.execute(_ -> inTransaction(together)));
            for (int i = 0; i < round.size(); i++) {
                outcomes.put(round.get(i), made.get(i));
            }
        }
        return List.copyOf(outcomes.values());
    }

    @Override
    public void destroy() {
        combiner.close();
    }

    private static List<Integer> firstOfEachPerson(List<Check> checks, List<Integer> indexes) {
        Set<Long> seen = new HashSet<>();
        return indexes.stream()
                .filter(i -> seen.add(checks.get(i).volunteerId()))
                .toList();
    }

    private List<Outcome<PairView>> inTransaction(List<Check> checks) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, clock.getZone());
        CheckingRule rule =
                rules.current("attendance.checking", CheckingRule.class).value();
        List<Long> people = checks.stream().map(Check::volunteerId).toList();
        Map<Long, Open> open = store.lockOpen(people);
        Known known = Known.of(open, store.pairsOn(today, checks), places.of(checks));
        Map<Long, VolunteerView> selves = volunteers.getAll(checks.stream()
                .filter(c -> c.self() != null)
                .map(Check::volunteerId)
                .toList());
        List<Boolean> reused = reused(checks, selves);
        Writes writes = new Writes();
        List<Outcome<PairView>> answers = new ArrayList<>();
        for (int i = 0; i < checks.size(); i++) {
            Check check = marked(checks.get(i), reused.get(i));
            try {
                require(check, selves);
                answers.add(new Outcome.Done<>(decide(check, known, rule, now, today, writes)));
            } catch (Refusal refusal) {
                answers.add(new Outcome.Failed<>(refusal));
            }
        }
        write(writes);
        return answers;
    }

    private PairView decide(Check check, Known known, CheckingRule rule, Instant now, LocalDate today, Writes writes) {
        List<PairView> before = known.pairs(check);
        Open open = known.open.get(check.volunteerId());
        long openPairId = open != null && open.activityId() == check.activityId() ? open.pairId() : 0;
        boolean here = openPairId != 0;
        Direction direction = check.direction();
        if (direction == Direction.EITHER) {
            direction = here && !isRepeat(before, rule, now) ? Direction.OUT : Direction.IN;
        }
        if (direction == Direction.IN) {
            return here
                    ? before.stream()
                            .filter(p -> p.pairId() == openPairId)
                            .findFirst()
                            .orElseThrow()
                    : begin(check, known, rule, now, today, writes);
        }
        return end(check, before, openPairId, rule, now, writes);
    }

    private PairView begin(Check check, Known known, CheckingRule rule, Instant now, LocalDate today, Writes writes) {
        ActivityView activity = activities.get(check.activityId());
        if (activity.state() != ActivityView.State.PUBLISHED) {
            throw new Refusal(AttendanceProblem.NOT_RUNNING);
        }
        ShiftView shift = shiftFor(activity, known.places.getOrDefault(Places.key(check), List.of()), rule, now);
        Open elsewhere = known.open.get(check.volunteerId());
        if (elsewhere != null) {
            if (now.isBefore(elsewhere.shiftEnd())) {
                throw new Refusal(
                        AttendanceProblem.OPEN_ELSEWHERE,
                        activities.get(elsewhere.activityId()).title());
            }
            writes.forgotten.add(elsewhere);
        }
        int number = (int) known.pairs(check).stream()
                        .filter(p ->
                                LocalDate.ofInstant(p.cameAt(), clock.getZone()).equals(today))
                        .count()
                + 1;
        if (number > rule.pairsPerDay()) {
            throw new Refusal(AttendanceProblem.TOO_MANY_PAIRS, rule.pairsPerDay());
        }
        PairView pair = new PairView(
                check.activityId(),
                Ids.next(),
                shift.id(),
                check.volunteerId(),
                PairView.State.OPEN,
                shift.period().end(),
                now,
                null,
                check.evidence(),
                null,
                null,
                null);
        writes.begun.add(new Begun(pair, today, number));
        return pair;
    }

    /** The person's shift that is on, or the next one for which check-in is open. */
    private static ShiftView shiftFor(ActivityView activity, List<Long> shiftIds, CheckingRule rule, Instant now) {
        List<ShiftView> mine = activity.shifts().stream()
                .filter(s -> shiftIds.contains(s.id()))
                .sorted(java.util.Comparator.comparing(s -> s.period().start()))
                .toList();
        if (mine.isEmpty()) {
            throw new Refusal(AttendanceProblem.NOT_SIGNED_UP, activity.title());
        }
        Duration early = Duration.ofMinutes(rule.openBeforeMinutes());
        Optional<ShiftView> on = mine.stream()
                .filter(s -> s.period().widen(early, Duration.ZERO).contains(now))
                .findFirst();
        return on.orElseThrow(
                () -> mine.stream().anyMatch(s -> now.isBefore(s.period().start()))
                        ? new Refusal(AttendanceProblem.TOO_EARLY, rule.openBeforeMinutes())
                        : new Refusal(AttendanceProblem.OVER));
    }

    private PairView end(
            Check check, List<PairView> before, long openPairId, CheckingRule rule, Instant now, Writes writes) {
        Optional<PairView> unfinished = before.stream()
                .filter(p -> p.pairId() == openPairId
                        || (p.state() == PairView.State.FORGOTTEN
                                && now.isBefore(p.shiftEnd().plus(Duration.ofHours(rule.graceHours())))))
                .reduce((first, second) -> second);
        if (unfinished.isEmpty()) {
            return before.stream()
                    .filter(p -> p.leftAt() != null
                            && !p.leftAt().plusSeconds(rule.repeatSeconds()).isBefore(now))
                    .reduce((first, second) -> second)
                    .orElseThrow(() -> new Refusal(AttendanceProblem.NOT_IN));
        }
        PairView pair = unfinished.get();
        if (!pair.cameAt().isBefore(now)) {
            throw new Refusal(AttendanceProblem.IMPOSSIBLE_TIME);
        }
        PairView ended = closed(pair, now, check.evidence());
        writes.ended.add(ended);
        return ended;
    }

    private static boolean isRepeat(List<PairView> before, CheckingRule rule, Instant now) {
        return before.stream()
                .anyMatch(p -> p.state() == PairView.State.OPEN
                        && !p.cameAt().plusSeconds(rule.repeatSeconds()).isBefore(now));
    }

    private void write(Writes writes) {
        if (!writes.forgotten.isEmpty()) {
            store.forget(writes.forgotten);
        }
        if (!writes.begun.isEmpty()) {
            if (store.open(writes.begun).size() < writes.begun.size()) {
                // Another node checked one of these people in at this moment: look again, one by one.
                throw new Raced();
            }
            store.insert(writes.begun);
        }
        if (!writes.ended.isEmpty()) {
            finish(writes.ended);
        }
    }

    /** Closes pairs and tells the records, in the caller's transaction. */
    void finish(List<PairView> ended) {
        if (store.finish(ended) < ended.size()) {
            throw new Raced();
        }
        store.release(
                ended.stream().map(PairView::volunteerId).toList(),
                ended.stream().map(PairView::pairId).toList());
        for (PairView pair : ended) {
            events.publishEvent(new AttendanceEvent.PairClosed(
                    pair.pairId(),
                    pair.activityId(),
                    pair.shiftId(),
                    pair.volunteerId(),
                    new Period(pair.cameAt(), Objects.requireNonNull(pair.leftAt())),
                    pair.in(),
                    Objects.requireNonNull(pair.out())));
        }
    }

    static PairView closed(PairView pair, Instant leftAt, Evidence evidence) {
        return new PairView(
                pair.activityId(),
                pair.pairId(),
                pair.shiftId(),
                pair.volunteerId(),
                PairView.State.CLOSED,
                pair.shiftEnd(),
                pair.cameAt(),
                leftAt,
                pair.in(),
                evidence,
                pair.saidLeftAt(),
                pair.saidWhy());
    }

    private void require(Check check, Map<Long, VolunteerView> selves) {
        if (check.self() != null && !selves.containsKey(check.volunteerId())) {
            throw new Refusal(VolunteerProblem.UNKNOWN);
        }
        if (!isAllowed(check, selves)) {
            throw new Refusal(VolunteerProblem.NOT_YOURS);
        }
    }

    private boolean isAllowed(Check check, Map<Long, VolunteerView> selves) {
        VolunteerView self = selves.get(check.volunteerId());
        return check.self() == null || (self != null && volunteers.mayActFor(check.self(), self));
    }

    private List<Boolean> reused(List<Check> checks, Map<Long, VolunteerView> selves) {
        List<Device> devices = new ArrayList<>();
        List<Integer> at = new ArrayList<>();
        for (int i = 0; i < checks.size(); i++) {
            byte[] digest = checks.get(i).deviceDigest();
            if (digest != null && isAllowed(checks.get(i), selves)) {
                devices.add(new Device(
                        checks.get(i).activityId(), digest, checks.get(i).volunteerId()));
                at.add(i);
            }
        }
        List<Boolean> found = store.noteDevices(devices);
        List<Boolean> reused = new ArrayList<>(java.util.Collections.nCopies(checks.size(), false));
        for (int i = 0; i < at.size(); i++) {
            reused.set(at.get(i), found.get(i));
        }
        return reused;
    }

    private static Check marked(Check check, boolean reused) {
        Evidence e = check.evidence();
        return reused
                ? new Check(
                        check.activityId(),
                        check.volunteerId(),
                        check.direction(),
                        new Evidence(e.way(), e.distanceMetres(), true, e.reason(), e.byAccountId(), e.statedAt()),
                        check.deviceDigest(),
                        check.self())
                : check;
    }

    /** What was read before deciding. */
    private record Known(
            Map<Long, Open> open, Map<Places.Key, List<PairView>> pairs, Map<Places.Key, List<Long>> places) {

        static Known of(Map<Long, Open> open, List<PairView> pairs, Map<Places.Key, List<Long>> places) {
            return new Known(
                    open,
                    pairs.stream().collect(Collectors.groupingBy(p -> new Places.Key(p.activityId(), p.volunteerId()))),
                    places);
        }

        List<PairView> pairs(Check check) {
            return pairs.getOrDefault(Places.key(check), List.of());
        }
    }

    /** What was decided and is to be written. */
    private record Writes(List<Begun> begun, List<PairView> ended, List<Open> forgotten) {

        Writes() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    /** Another transaction was faster; nothing of this one is kept. */
    private static final class Raced extends org.springframework.dao.ConcurrencyFailureException {
        private static final long serialVersionUID = 1L;

        Raced() {
            super("checked by another node at the same moment");
        }
    }
}
