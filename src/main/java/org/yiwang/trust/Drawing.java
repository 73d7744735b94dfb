package org.yiwang.trust;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.record.RecordEvidence;
import org.yiwang.record.RecordEvidence.Drawable;
import org.yiwang.record.RecordFacts;
import org.yiwang.rules.Rule;
import org.yiwang.rules.Rules;
import org.yiwang.seal.Head;
import org.yiwang.seal.SealedLog;

/**
 * Draws the sample of a month. Whenever it is done, and by whom, the same records come out: those first made before the head
 * whose root is the chance, as they stood when nobody knew it, under the rule of that day.
 */
@Component
class Drawing {

    private final SpotCheckStore store;
    private final ThanksStore thanks;
    private final RecordEvidence records;
    private final SealedLog log;
    private final Rules rules;
    private final Clock clock;

    Drawing(SpotCheckStore store, ThanksStore thanks, RecordEvidence records, SealedLog log, Rules rules, Clock clock) {
        this.store = store;
        this.thanks = thanks;
        this.records = records;
        this.log = log;
        this.rules = rules;
        this.clock = clock;
    }

    /** Whether the sample can be drawn and is not yet. */
    boolean isOpen(YearMonth month, RegionCode region) {
        if (store.isDrawn(month, region)) {
            return false;
        }
        try {
            Stretch stretch = stretch(month);
            return records.isAnyFirstMade(region, stretch.from(), stretch.before());
        } catch (Refusal _) {
            return false;
        }
    }

    /** Months of which a sample can be drawn where there are records, the earliest first, not further back than that many. */
    List<YearMonth> closed(int back) {
        YearMonth now = YearMonth.now(clock);
        return IntStream.rangeClosed(1, back)
                .mapToObj(i -> now.minusMonths(back + 1 - i))
                .filter(this::isClosed)
                .toList();
    }

    private boolean isClosed(YearMonth month) {
        try {
            stretch(month);
            return true;
        } catch (Refusal _) {
            return false;
        }
    }

    /**
     * Draws it, in the caller's transaction. Refuses with {@code trust.month-not-over}, {@code trust.no-head-yet}, {@code
     * trust.within-later}, {@code trust.nothing-to-draw}, {@code trust.already-drawn}.
     *
     * @param byAccountId who draws, 0 for the program
     * @return its id
     */
    long draw(YearMonth month, RegionCode region, long byAccountId) {
        Stretch stretch = stretch(month);
        List<Drawable> all = records.firstMade(region, stretch.from(), stretch.before());
        if (all.isEmpty()) {
            throw new Refusal(TrustProblem.NOTHING_TO_DRAW).at("month");
        }
        Rule<SampleRule> rule =
                rules.on(LocalDate.ofInstant(stretch.before(), clock.getZone()), SampleRule.KEY, SampleRule.class);
        String seed = Draw.seed(stretch.head().root().toString(), month, region);
        List<Draw.Ticket> tickets = all.stream()
                .map(r -> new Draw.Ticket(r.firstId(), r.facts().organizationId()))
                .toList();
        int organizations = (int)
                tickets.stream().map(Draw.Ticket::organizationId).distinct().count();
        long id = Ids.next();
        var drawn = new SpotCheckStore.Drawn(
                id, region, stretch, seed, all.size(), organizations, Population.pack(tickets));
        if (!store.insert(drawn, rule.version(), byAccountId, clock.instant())) {
            throw new Refusal(TrustProblem.ALREADY_DRAWN).at("month");
        }
        fill(id, seed, all, tickets, rule.value());
        return id;
    }

    /** From head to head. A month in which no head was published is one with the month after it. */
    private Stretch stretch(YearMonth month) {
        Instant over = start(month.plusMonths(1));
        Instant now = clock.instant();
        if (over.isAfter(now)) {
            throw new Refusal(TrustProblem.MONTH_NOT_OVER).at("month");
        }
        SampleClockRule rule =
                rules.current(SampleClockRule.KEY, SampleClockRule.class).value();
        Head head = log.firstHeadSince(over)
                .filter(h ->
                        !h.at().plus(Duration.ofMinutes(rule.settleMinutes())).isAfter(now))
                .orElseThrow(() -> new Refusal(TrustProblem.NO_HEAD_YET).at("month"));
        YearMonth closed = month(head.at()).minusMonths(1);
        if (!closed.equals(month)) {
            throw new Refusal(TrustProblem.WITHIN_LATER, closed.toString()).at("month");
        }
        Instant from = log.lastHeadBefore(head.at())
                .flatMap(h -> log.firstHeadSince(start(month(h.at()))))
                .map(Head::at)
                .orElse(Instant.EPOCH);
        return new Stretch(month, head, from);
    }

    private YearMonth month(Instant moment) {
        return YearMonth.from(moment.atZone(clock.getZone()));
    }

    private Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(clock.getZone()).toInstant();
    }

    private void fill(long id, String seed, List<Drawable> all, List<Draw.Ticket> tickets, SampleRule rule) {
        Map<Long, RecordFacts> facts = new HashMap<>();
        all.forEach(r -> facts.put(r.firstId(), r.facts()));
        Function<Draw.Ticket, RecordFacts> byId = t -> Objects.requireNonNull(facts.get(t.recordId()));
        Set<Long> in = new HashSet<>();
        int no = 1;
        for (Draw.Ticket ticket : Draw.draw(seed, tickets, rule.size(tickets.size()))) {
            store.insertItem(id, no++, byId.apply(ticket), true);
            in.add(ticket.recordId());
        }
        Set<Long> activities = new HashSet<>();
        all.forEach(r -> activities.add(r.facts().activityId()));
        Map<Long, Known.Voices> voices = thanks.voices(activities);
        List<Draw.Ticket> doubted = tickets.stream()
                .filter(t -> !in.contains(t.recordId()))
                .filter(t -> voices.getOrDefault(byId.apply(t).activityId(), Known.Voices.NONE)
                                .no()
                        > 0)
                .toList();
        for (Draw.Ticket ticket : Draw.draw(seed, doubted, rule.servedAtMost())) {
            store.insertItem(id, no++, byId.apply(ticket), false);
        }
    }
}
