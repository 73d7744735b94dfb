package org.yiwang.record;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiwang.activity.ActivityView;
import org.yiwang.kernel.Period;
import org.yiwang.volunteer.VolunteerView;

/**
 * How records should live, in as few words as possible and without a database. All activities lie within one day each; a
 * day has 8 and 12 hours as limits, a shift 15 minutes of tolerance, notice and proposals three
 * days, a week what an organizer alone says.
 */
class ModelOfLives {

    private static final Duration THREE_DAYS = Duration.ofDays(3);
    private static final Duration WEEK = Duration.ofDays(7);

    private final List<Life> lives = new ArrayList<>();
    private final Set<Long> closed = new HashSet<>();
    private final Set<Source> taken = new LinkedHashSet<>();
    private int proposals;

    /** What a record that no check-in made is made of. */
    record Source(long person, Origin origin, long id) {}

    /** A record; its number is learned from the program after it was made. */
    static class Life {
        final long person;
        final ActivityView activity;
        final @Nullable Period counted;
        TimeKind kind;
        Origin origin = Origin.ATTENDANCE;
        long number;
        RecordState state = RecordState.PENDING;

        @Nullable
        Hold hold;

        @Nullable
        Instant countsOn;

        RecordState before = RecordState.PENDING;

        @Nullable
        Hold holdBefore;

        Instant frozenAt = Instant.MIN;

        boolean claims;
        boolean oneSided;

        /** How long its origin asked it to wait; corrections inherit it. */
        Duration asked = Duration.ZERO;

        /** What is proposed waits for a second person. */
        boolean raises;

        @Nullable
        Instant proposedUntil;

        @Nullable
        Period proposed;

        Life(long person, ActivityView activity, @Nullable Period counted, TimeKind kind) {
            this.person = person;
            this.activity = activity;
            this.counted = counted;
            this.kind = kind;
        }

        int proposedAs;

        int minutes() {
            return counted == null ? 0 : counted.minutes();
        }

        /** What another platform organized is nobody's activity here. */
        long activityId() {
            return origin == Origin.TRANSFER ? 0 : activity.id();
        }

        boolean over() {
            return state == RecordState.VOID || state == RecordState.SUPERSEDED;
        }

        RecordKey key() {
            return new RecordKey(person, number);
        }

        void stand(RecordState to, @Nullable Hold why) {
            state = to;
            hold = why;
            claims = !over() && (to != RecordState.HELD || why == Hold.LONG_DAY || why == Hold.VERY_LONG_DAY);
        }

        @Override
        public String toString() {
            return state + " " + hold + " " + counted + " " + number;
        }
    }

    @Nullable
    Life any(Random random) {
        return lives.isEmpty() ? null : lives.get(random.nextInt(lives.size()));
    }

    /** One of those to which something can still happen; they are few after a while. */
    Optional<Life> alive(Random random) {
        List<Life> alive = lives.stream().filter(l -> !l.over()).toList();
        return alive.isEmpty() ? Optional.empty() : Optional.of(alive.get(random.nextInt(alive.size())));
    }

    Optional<Life> frozen(Random random) {
        List<Life> frozen = lives.stream().filter(l -> l.hold == Hold.CASE).toList();
        return frozen.isEmpty() ? Optional.empty() : Optional.of(frozen.get(random.nextInt(frozen.size())));
    }

    /** One that waits for an approval. */
    Optional<Life> waiting(Random random) {
        List<Life> waiting = lives.stream()
                .filter(l -> l.hold == Hold.LONG_DAY || l.hold == Hold.VERY_LONG_DAY)
                .toList();
        return waiting.isEmpty() ? Optional.empty() : Optional.of(waiting.get(random.nextInt(waiting.size())));
    }

    void serve(long person, ActivityView activity, Period served, boolean twoSided, Instant now) {
        Life life = new Life(person, activity, count(activity, served), twoSided ? TimeKind.CREDIT : TimeKind.HONOUR);
        life.oneSided = !twoSided;
        judge(life, null, now);
        lives.add(life);
    }

    /** The answer to one draft: how the record stands, "known", or the code of the refusal. */
    String take(Source source, ActivityView activity, Period served, @Nullable Duration wait, Instant now) {
        if (taken.contains(source)) {
            return "known";
        }
        Life life = new Life(source.person, activity, count(activity, served), TimeKind.HONOUR);
        life.origin = source.origin;
        if (life.counted == null) {
            return "record.outside-shift";
        }
        if (overlaps(life, life.counted)) {
            return "record.overlaps";
        }
        taken.add(source);
        if (source.origin == Origin.TRANSFER) {
            // Another platform vouches for it: no notice, no limit of a day.
            life.stand(RecordState.EFFECTIVE, null);
        } else {
            life.asked = wait == null || wait.compareTo(THREE_DAYS) < 0 ? THREE_DAYS : wait;
            life.countsOn = now.plus(life.asked);
            judge(life, null, now);
        }
        lives.add(life);
        return life.state + (life.hold == null ? "" : " " + life.hold);
    }

    /** Something taken before, to come once more. */
    Optional<Source> anySource(Random random) {
        return taken.stream()
                .skip(taken.isEmpty() ? 0 : random.nextInt(taken.size()))
                .findFirst();
    }

    void close(ActivityView activity, Instant now) {
        closed.add(activity.id());
        lives.stream()
                .filter(l -> l.activity.id() == activity.id() && l.state == RecordState.PENDING)
                .forEach(l -> onwards(l, now));
    }

    void count(Instant now) {
        lives.stream()
                .filter(l -> l.state == RecordState.NOTICE && !now.isBefore(l.countsOn))
                .forEach(l -> l.stand(RecordState.EFFECTIVE, null));
    }

    void carryOutDue(Instant now) {
        // In the order of their days; what is made meanwhile has no proposal.
        lives.stream()
                .filter(l -> l.proposedUntil != null && !l.raises && !now.isBefore(l.proposedUntil))
                .sorted(java.util.Comparator.comparing((Life l) -> l.proposedUntil)
                        .thenComparing(l -> l.proposedAs))
                .toList()
                .forEach(l -> {
                    if (l.hold != Hold.CASE) {
                        carryOut(l, now);
                        l.proposedUntil = null;
                    }
                });
    }

    String decide(Life life, boolean approve, Instant now) {
        if (life.hold != Hold.LONG_DAY && life.hold != Hold.VERY_LONG_DAY) {
            return "record.nothing-to-approve";
        }
        if (approve) {
            onwards(life, now);
        } else {
            cutBack(life, now);
        }
        return "done";
    }

    private void cutBack(Life life, Instant now) {
        int left = 480 - othersOfTheDay(life, life);
        Period counted = Objects.requireNonNull(life.counted);
        if (left <= 0) {
            life.stand(RecordState.VOID, null);
        } else if (left >= life.minutes()) {
            onwards(life, now);
        } else {
            replace(life, new Period(counted.start(), counted.start().plus(Duration.ofMinutes(left))), now);
        }
    }

    /** What the second person's word comes to, if the quota allows it. */
    String confirm(Life life, boolean quota, Instant now) {
        String refused = second(life, quota);
        if (!refused.equals("done")) {
            return refused;
        }
        Period proposed = Objects.requireNonNull(life.proposed);
        Period counted = Objects.requireNonNull(count(life.activity, proposed));
        if (life.kind == TimeKind.CREDIT && life.minutes() > 0) {
            life.raises = false;
            life.proposedUntil = now.plus(THREE_DAYS);
            return "done";
        }
        if (overlaps(life, counted)) {
            return "record.overlaps";
        }
        replace(life, counted, now);
        life.proposedUntil = null;
        return "done";
    }

    String turnDown(Life life) {
        String refused = second(life, true);
        if (refused.equals("done")) {
            life.proposedUntil = null;
        }
        return refused;
    }

    /** By how much it would be raised. */
    int raisedBy(Life life) {
        return Objects.requireNonNull(count(life.activity, Objects.requireNonNull(life.proposed)))
                        .minutes()
                - life.minutes();
    }

    /** One that waits for a second person. */
    Optional<Life> unconfirmed(Random random) {
        List<Life> waiting = lives.stream().filter(ModelOfLives::isUnconfirmed).toList();
        return waiting.isEmpty() ? Optional.empty() : Optional.of(waiting.get(random.nextInt(waiting.size())));
    }

    /** One about which something is proposed and not decided. */
    Optional<Life> proposed(Random random) {
        List<Life> open =
                lives.stream().filter(l -> l.proposedUntil != null && !l.over()).toList();
        return open.isEmpty() ? Optional.empty() : Optional.of(open.get(random.nextInt(open.size())));
    }

    static boolean isUnconfirmed(Life life) {
        return life.proposedUntil != null && life.raises;
    }

    private static String second(Life life, boolean quota) {
        if (!isUnconfirmed(life)) {
            return "record.no-proposal";
        }
        if (!quota) {
            return "entry.quota";
        }
        if (life.over()) {
            return "record.not-live";
        }
        return life.hold == Hold.CASE ? "record.frozen" : "done";
    }

    String correct(Life life, Period served, Instant now) {
        String refused = refused(life);
        if (refused != null) {
            return refused;
        }
        Period counted = count(life.activity, served);
        if (counted == null) {
            return "record.outside-shift";
        }
        if (overlaps(life, counted)) {
            return "record.overlaps";
        }
        boolean losesCredit = life.minutes() > 0 && life.kind == TimeKind.CREDIT && !within(counted, life);
        if (counted.minutes() != life.minutes() || losesCredit) {
            life.raises = counted.minutes() > life.minutes();
            life.proposed = served;
            life.proposedUntil = now.plus(THREE_DAYS);
            life.proposedAs = ++proposals;
            return "done";
        }
        replace(life, counted, now);
        return "done";
    }

    String declareVoid(Life life, Instant now) {
        String refused = refused(life);
        if (refused == null) {
            life.raises = false;
            life.proposed = null;
            life.proposedUntil = now.plus(THREE_DAYS);
            life.proposedAs = ++proposals;
        }
        return refused == null ? "done" : refused;
    }

    String withdraw(Life life) {
        if (life.over()) {
            return "record.not-live";
        }
        if (life.hold == Hold.CASE) {
            return "record.frozen";
        }
        return close(life);
    }

    String agree(Life life, Instant now) {
        if (life.proposedUntil == null || life.raises) {
            return "record.no-proposal";
        }
        if (life.hold == Hold.CASE) {
            return "record.frozen";
        }
        String refused = carryOut(life, now);
        if (refused.equals("done")) {
            life.proposedUntil = null;
        }
        return refused;
    }

    void freeze(Life life, Instant now) {
        if (!life.over() && life.hold != Hold.CASE) {
            life.before = life.state;
            life.holdBefore = life.hold;
            life.frozenAt = now;
            // It keeps the time it claims.
            life.state = RecordState.HELD;
            life.hold = Hold.CASE;
        }
    }

    void release(Life life, Instant now) {
        if (life.hold != Hold.CASE) {
            return;
        }
        if (life.before == RecordState.PENDING) {
            onwards(life, now);
        } else {
            life.stand(unfrozen(life, now), life.holdBefore);
        }
    }

    void caseVoid(Life life) {
        if (!life.over()) {
            life.stand(RecordState.VOID, null);
        }
    }

    String caseCorrect(Life life, Period served, Instant now) {
        if (life.over()) {
            return "record.not-live";
        }
        Period counted = count(life.activity, served);
        if (counted == null) {
            return "record.outside-shift";
        }
        if (overlaps(life, counted)) {
            return "record.overlaps";
        }
        replace(life, counted, now);
        return "done";
    }

    List<String> live(long person) {
        return lives.stream()
                .filter(l -> l.person == person && !l.over())
                .map(l -> l.state + " " + l.hold + " " + l.minutes() + " " + l.kind + " "
                        + (l.state == RecordState.NOTICE ? l.countsOn : ""))
                .sorted()
                .toList();
    }

    long effectiveMinutes(long person) {
        return lives.stream()
                .filter(l -> l.person == person && l.state == RecordState.EFFECTIVE)
                .mapToLong(Life::minutes)
                .sum();
    }

    /** Each new record gets the number of the real one that is not known yet. */
    void learnNumbers(List<VolunteerView> people, RecordListStore lists) {
        for (Life life : lives) {
            if (life.number == 0) {
                life.number = lists.live(life.person).stream()
                        .filter(r -> r.activityId() == life.activityId() && Objects.equals(r.counted(), life.counted))
                        .mapToLong(RecordView::recordId)
                        .filter(n -> lives.stream().noneMatch(l -> l.number == n))
                        .findFirst()
                        .orElseThrow();
            }
        }
    }

    private @Nullable String refused(Life life) {
        if (life.over()) {
            return "record.not-live";
        }
        if (life.hold == Hold.CASE) {
            return "record.frozen";
        }
        return life.proposedUntil != null ? "record.proposed-already" : null;
    }

    private static String close(Life life) {
        if (life.proposedUntil == null) {
            return "record.no-proposal";
        }
        life.proposedUntil = null;
        return "done";
    }

    private String carryOut(Life life, Instant now) {
        if (life.over()) {
            return "record.not-live";
        }
        if (life.proposed == null) {
            life.stand(RecordState.VOID, null);
            return "done";
        }
        Period counted = Objects.requireNonNull(count(life.activity, life.proposed));
        if (overlaps(life, counted)) {
            return "record.overlaps";
        }
        replace(life, counted, now);
        return "done";
    }

    private void replace(Life old, Period counted, Instant now) {
        RecordState stood = old.state;
        Instant left = old.countsOn;
        if (old.hold == Hold.CASE) {
            stood = unfrozen(old, now);
            left = old.countsOn;
        }
        boolean shorter = within(counted, old);
        old.stand(RecordState.SUPERSEDED, null);
        Life life = new Life(old.person, old.activity, counted, shorter ? old.kind : TimeKind.HONOUR);
        life.origin = old.origin;
        life.oneSided = old.oneSided;
        life.asked = old.asked;
        boolean handMade = old.origin != Origin.ATTENDANCE && old.origin != Origin.TRANSFER;
        // Never sooner than the old one would have counted; more minutes wait anew as their origin asked.
        life.countsOn = left;
        if (handMade && life.minutes() > old.minutes() && (left == null || left.isBefore(now.plus(old.asked)))) {
            life.countsOn = now.plus(old.asked);
        }
        judge(life, old, now);
        if (shorter && life.hold == null && (stood == RecordState.NOTICE || stood == RecordState.EFFECTIVE)) {
            life.stand(stood, null);
            life.countsOn = left;
        }
        lives.add(life);
    }

    private RecordState unfrozen(Life life, Instant now) {
        if (life.before != RecordState.NOTICE) {
            return life.before;
        }
        life.countsOn = Objects.requireNonNull(life.countsOn).plus(Duration.between(life.frozenAt, now));
        return life.countsOn.isAfter(now) ? RecordState.NOTICE : RecordState.EFFECTIVE;
    }

    private void judge(Life life, @Nullable Life instead, Instant now) {
        if (life.counted == null) {
            life.stand(RecordState.HELD, Hold.OUTSIDE_SHIFT);
            return;
        }
        if (overlaps(life, life.counted)) {
            life.stand(RecordState.HELD, Hold.OVERLAP);
            return;
        }
        int day = life.minutes() + othersOfTheDay(life, instead);
        if (day > 480) {
            life.stand(RecordState.HELD, day > 720 ? Hold.VERY_LONG_DAY : Hold.LONG_DAY);
        } else {
            onwards(life, now);
        }
    }

    private int othersOfTheDay(Life life, @Nullable Life instead) {
        return lives.stream()
                .filter(l -> l != life && l != instead && l.person == life.person && l.claims)
                .filter(l -> Duration.between(
                                        l.activity.period().start(),
                                        life.activity.period().start())
                                .abs()
                                .toHours()
                        < 12)
                .mapToInt(Life::minutes)
                .sum();
    }

    private void onwards(Life life, Instant now) {
        boolean notice = life.origin != Origin.ATTENDANCE || closed.contains(life.activity.id());
        life.stand(notice ? RecordState.NOTICE : RecordState.PENDING, null);
        Instant usual = now.plus(life.oneSided ? WEEK : THREE_DAYS);
        if (notice && (life.countsOn == null || life.countsOn.isBefore(usual))) {
            life.countsOn = usual;
        }
    }

    private boolean overlaps(Life self, Period counted) {
        return lives.stream()
                .anyMatch(l -> l != self
                        && l.person == self.person
                        && l.claims
                        && Objects.requireNonNull(l.counted).overlaps(counted));
    }

    private static boolean within(Period counted, Life old) {
        return old.counted != null
                && !counted.start().isBefore(old.counted.start())
                && !counted.end().isAfter(old.counted.end());
    }

    private static @Nullable Period count(ActivityView activity, Period served) {
        Period window = activity.shifts().getFirst().period().widen(Duration.ofMinutes(15), Duration.ofMinutes(15));
        Instant from = served.start().isAfter(window.start()) ? served.start() : window.start();
        Instant to = served.end().isBefore(window.end()) ? served.end() : window.end();
        return from.isBefore(to) ? new Period(from, to) : null;
    }
}
