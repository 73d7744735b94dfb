package org.yiwang.record;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.attendance.Evidence;
import org.yiwang.kernel.Grant;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Period;
import org.yiwang.record.RecordStore.Applied;
import org.yiwang.rules.Rule;
import org.yiwang.rules.Rules;

/**
 * The one door for records that no check-in made: entered by hand, made up for later, from paper, or brought along from
 * another platform. Made for thousands at once: a batch costs a handful of statements, whatever its size.
 *
 * <p>Who may enter what, and what speaks for it, is the business of the modules above; here every record is held against
 * the person's other records and the rules of counting. A record that passes goes on public notice, for as long as its
 * origin asks and at least for the notice; a day that becomes too long waits for whoever approves long days. Only what a
 * trusted platform has vouched for counts at once: notice and long days were its business ({@link Origin#TRANSFER}).
 *
 * <p>Nobody is told: the callers know in which words and how often.
 */
@Component
public class RecordIntake {

    /** Most drafts at once: each person among them is locked until the transaction ends. */
    public static final int MOST = 5_000;

    private static final int MINUTES_OF_A_DAY = 1440;

    private final IntakeStore store;
    private final PublicNotice notice;
    private final Rules rules;
    private final Doers doers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RecordIntake(
            IntakeStore store,
            PublicNotice notice,
            Rules rules,
            Doers doers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.notice = notice;
        this.doers = doers;
        this.rules = rules;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Makes records of the drafts, in their order, in the caller's transaction.
     *
     * @param drafts at most {@link #MOST}
     * @return one answer for each draft: {@link Intake.Refused} with {@code record.overlaps}, {@code record.outside-shift} or
     *     {@code record.impossible-time} (in the future, or longer than a day)
     */
    @Transactional
    public List<Intake> take(List<RecordDraft> drafts, Terms terms) {
        if (drafts.size() > MOST) {
            throw new IllegalArgumentException("at most " + MOST + " drafts at once, not " + drafts.size());
        }
        if (drafts.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        store.lock(drafts);
        Batch batch = batch(terms, now);
        List<Grant> held = doers.grants(terms.madeByAccountId());
        batch.known.putAll(store.known(terms.origin(), drafts));
        batch.live.putAll(store.liveSpans(drafts));
        List<Intake> answers = new ArrayList<>(drafts.size());
        for (RecordDraft draft : drafts) {
            answers.add(take(draft, batch, held));
        }
        store.insert(batch.made, Objects.requireNonNull(batch.onNotice.countsOn()), terms.why());
        for (Made made : batch.made) {
            Entry entry = made.entry();
            events.publishEvent(
                    made.standing().state() == RecordState.EFFECTIVE
                            ? new RecordEvent.BecameEffective(entry.volunteerId(), entry.recordId())
                            : new RecordEvent.Changed(entry.volunteerId(), entry.recordId()));
        }
        return answers;
    }

    /** Which of the drafts made a record before, by their place in the list; for callers that ask more of new ones. */
    @Transactional(readOnly = true)
    public Set<Integer> known(Origin origin, List<RecordDraft> drafts) {
        Set<Integer> places = new HashSet<>();
        Map<Source, Long> known = drafts.isEmpty() ? Map.of() : store.known(origin, drafts);
        for (int i = 0; i < drafts.size(); i++) {
            if (known.containsKey(
                    new Source(drafts.get(i).volunteerId(), drafts.get(i).sourceId()))) {
                places.add(i);
            }
        }
        return places;
    }

    /** The rule that makes records wait is cited: that of the origin, where it asks for longer than the notice. */
    private Batch batch(Terms terms, Instant now) {
        Standing usual = notice.standing(null);
        Wait wait = terms.waiting();
        if (wait == null) {
            return new Batch(terms, now, usual, notice.applied());
        }
        Standing longer = notice.standing(wait.time());
        boolean decides = !Objects.equals(longer.countsOn(), usual.countsOn());
        return new Batch(
                terms, now, longer, decides ? new Applied(wait.ruleKey(), wait.ruleVersion()) : notice.applied());
    }

    private Intake take(RecordDraft draft, Batch batch, List<Grant> held) {
        Source source = new Source(draft.volunteerId(), draft.sourceId());
        Long before = batch.known.get(source);
        if (before != null) {
            return new Intake.Known(new RecordKey(draft.volunteerId(), before));
        }
        Instant end = draft.served().end();
        if (end.isAfter(batch.now) || draft.served().minutes() > MINUTES_OF_A_DAY) {
            return new Intake.Refused(RecordProblem.IMPOSSIBLE_TIME, List.of());
        }
        LocalDate day = day(draft.served().start());
        Rule<CountingRule> counting =
                batch.counting.computeIfAbsent(day, d -> rules.on(d, "record.counting", CountingRule.class));
        Optional<Period> inside = Counting.counted(draft.served(), draft.shift(), counting.value());
        if (inside.isEmpty()) {
            return new Intake.Refused(RecordProblem.OUTSIDE_SHIFT, List.of());
        }
        Period counted = inside.get();
        List<Period> others = batch.live.computeIfAbsent(draft.volunteerId(), v -> new ArrayList<>());
        for (Period other : others) {
            if (counted.overlaps(other)) {
                return new Intake.Refused(RecordProblem.OVERLAPS, List.of());
            }
        }
        Rule<DailyCapsRule> caps =
                batch.caps.computeIfAbsent(day, d -> rules.on(d, "record.daily-caps", DailyCapsRule.class));
        boolean judged = batch.terms.origin() == Origin.TRANSFER;
        Hold hold = judged ? null : Counting.dailyHold(counted, others, caps.value(), clock.getZone());
        Standing standing = hold == null ? batch.onNotice : Standing.held(hold);
        Applied rule = hold == null ? batch.waits : new Applied(caps.key(), caps.version());
        if (judged) {
            standing = Standing.EFFECTIVE;
            rule = batch.origin;
        }
        long recordId = Ids.next();
        Entry entry = entry(draft, recordId, counted, counting.version(), batch);
        batch.made.add(new Made(entry, standing, rule, batch.who(doers, held, draft.statutory())));
        batch.known.put(source, recordId);
        others.add(counted);
        return new Intake.Taken(new RecordKey(draft.volunteerId(), recordId), standing.state(), standing.hold());
    }

    private Entry entry(RecordDraft draft, long recordId, Period counted, int countingVersion, Batch batch) {
        Terms terms = batch.terms;
        Evidence evidence = new Evidence(Evidence.Way.ATTESTED, null, false, draft.proof(), terms.madeByAccountId());
        return new Entry(
                draft.volunteerId(),
                recordId,
                terms.origin(),
                null,
                draft.sourceId(),
                draft.statutory(),
                draft.shift(),
                draft.served(),
                counted,
                day(counted.start()),
                draft.kind(),
                new Entry.Proof(evidence, evidence),
                countingVersion,
                null,
                null,
                terms.madeByAccountId(),
                batch.now);
    }

    private LocalDate day(Instant moment) {
        return moment.atZone(clock.getZone()).toLocalDate();
    }

    /**
     * On what terms a batch is taken.
     *
     * @param origin where the records come from
     * @param madeByAccountId who answers for them
     * @param waiting how long they wait before they count and by which rule they are taken, null for the public notice only,
     *     which is the least; what is {@link Origin#TRANSFER} waits for nothing and only names the rule
     * @param why what the trail says of it: typed, or a message key {@code record.why.…}
     */
    public record Terms(
            Origin origin, long madeByAccountId, @Nullable Wait waiting, String why) {}

    /**
     * A time that records wait before they count.
     *
     * @param time how long
     * @param ruleKey the rule that says so
     * @param ruleVersion its version
     */
    public record Wait(Duration time, String ruleKey, int ruleVersion) {}

    /** A source of one person. */
    record Source(long volunteerId, long sourceId) {}

    /** A record made, as it is to be written. */
    record Made(Entry entry, Standing standing, @Nullable Applied rule, TrailLine.@Nullable Who who) {

        /** Its first step. */
        RecordStep step(String why) {
            return new RecordStep(
                    standing.state(),
                    standing.hold(),
                    entry.madeAt(),
                    entry.madeBy(),
                    why,
                    null,
                    rule == null ? null : rule.key(),
                    rule == null ? null : rule.version(),
                    who);
        }

        /** Until when it waits, of those that wait until then; null if it counts already. */
        @Nullable
        Instant waitsUntil(Instant countsOn) {
            return standing.state() == RecordState.EFFECTIVE ? null : countsOn;
        }
    }

    /** What is known while a batch is judged. */
    private static final class Batch {

        private final Terms terms;
        private final Instant now;
        private final Standing onNotice;
        private final Applied waits;
        private final Map<Source, Long> known = new HashMap<>();
        private final Map<Long, List<Period>> live = new HashMap<>();
        private final Map<LocalDate, Rule<CountingRule>> counting = new HashMap<>();
        private final Map<LocalDate, Rule<DailyCapsRule>> caps = new HashMap<>();
        private final List<Made> made = new ArrayList<>();
        private final Map<Long, Optional<TrailLine.Who>> doers = new HashMap<>();
        private final @Nullable Applied origin;

        Batch(Terms terms, Instant now, Standing onNotice, Applied waits) {
            this.terms = terms;
            this.now = now;
            this.onNotice = onNotice;
            this.waits = waits;
            Wait wait = terms.waiting();
            this.origin = wait == null ? null : new Applied(wait.ruleKey(), wait.ruleVersion());
        }

        /** In which capacity whoever answers for the batch acts towards the organization of a record. */
        TrailLine.@Nullable Who who(Doers doers, List<Grant> held, Statutory record) {
            return this.doers
                    .computeIfAbsent(
                            record.organizationId(),
                            _ -> Optional.ofNullable(doers.ofOfficial(terms.madeByAccountId(), held, record)))
                    .orElse(null);
        }
    }
}
