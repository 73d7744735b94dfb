package org.yiwang.points;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Slice;
import org.yiwang.ledger.Ledger;
import org.yiwang.ledger.Lots;
import org.yiwang.ledger.StatementLine;
import org.yiwang.ledger.TransferKind;
import org.yiwang.points.PointsStore.Holder;
import org.yiwang.record.RecordKey;
import org.yiwang.rules.Rules;
import org.yiwang.volunteer.Volunteers;

/**
 * Somebody's points, for the person and the guardian: what there is, how it came about line by line, and how each number is
 * computed. Refuses with {@code volunteer.not-yours}.
 */
@Component
public class Points {

    private static final int PAGE_SIZE = 30;

    private final PointsStore store;
    private final Ledger ledger;
    private final Lots lots;
    private final Volunteers volunteers;
    private final Rules rules;
    private final Clock clock;

    Points(PointsStore store, Ledger ledger, Lots lots, Volunteers volunteers, Rules rules, Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.lots = lots;
        this.volunteers = volunteers;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * How somebody's points stand.
     *
     * @param balance what there is
     * @param owed what is still to be set off against what comes in: points that were used up and turned out not to be due
     * @param expiring what of the balance expires, by its last day, the next one first
     */
    public record Standing(long balance, long owed, List<Lots.Expiring> expiring) {

        static final Standing NONE = new Standing(0, 0, List.of());
    }

    /** How a volunteer's points stand. */
    @Transactional(readOnly = true)
    public Standing standing(Actor actor, long volunteerId) {
        volunteers.require(actor, volunteerId);
        return standingOf(volunteerId);
    }

    /** The same, for modules above that have checked who asks. */
    @Transactional(readOnly = true)
    public Standing standingOf(long volunteerId) {
        return store.holder(volunteerId)
                .map(holder -> new Standing(
                        ledger.balance(holder.accountId()).balance(),
                        -ledger.balance(holder.owedAccountId()).balance(),
                        lots.expiring(holder.accountId())))
                .orElse(Standing.NONE);
    }

    /** One page of the statement, the last line first. */
    @Transactional(readOnly = true)
    public Slice<PointsLine> statement(Actor actor, long volunteerId, int page) {
        volunteers.require(actor, volunteerId);
        return store.holder(volunteerId)
                .map(holder -> lines(volunteerId, ledger.statement(holder.accountId(), page, PAGE_SIZE)))
                .orElseGet(() -> new Slice<>(List.of(), 1, false));
    }

    /** What is to be set off, line by line, the last one first; at most a page. */
    @Transactional(readOnly = true)
    public List<PointsLine> owed(Actor actor, long volunteerId) {
        volunteers.require(actor, volunteerId);
        return store.holder(volunteerId)
                .map(Holder::owedAccountId)
                .map(account -> lines(volunteerId, ledger.statement(account, 1, PAGE_SIZE))
                        .items())
                .orElse(List.of());
    }

    /**
     * How the points of a record are computed. Refuses with {@code points.none-for-record} if it never counted, or counted so
     * shortly ago that nothing is posted yet.
     */
    @Transactional(readOnly = true)
    public Computation explain(Actor actor, RecordKey record) {
        volunteers.require(actor, record.volunteerId());
        return findComputation(record).orElseThrow(() -> new Refusal(PointsProblem.NONE_FOR_RECORD));
    }

    private Optional<Computation> findComputation(RecordKey record) {
        return store.find(record.volunteerId(), record.recordId()).map(kept -> {
            Formula formula = rules.version(kept.formulaVersion(), Formula.KEY, Formula.class)
                    .value();
            LocalDate lastDay = formula.lastDay(kept.countsSince());
            return new Computation(
                    kept,
                    formula,
                    formula.forAttitude(kept.quality()),
                    formula.forQuality(kept.grade()),
                    lastDay,
                    lastDay != null && lastDay.isBefore(LocalDate.now(clock)),
                    posted(store.ofRecord(record.volunteerId(), record.recordId())));
        });
    }

    /** The part that each standing line posted, and how much. */
    private static Map<Part, Long> posted(List<Line> lines) {
        Map<Part, Long> posted = new HashMap<>();
        lines.stream()
                .filter(line -> line.takenBackAt() == null)
                .forEach(line -> posted.merge(line.part(), line.amount(), Long::sum));
        return posted;
    }

    /**
     * How the points of a record are computed.
     *
     * @param of the record with what is known of it
     * @param formula the formula that held when the service ended
     * @param attitudePercent percent for what the team said
     * @param qualityPercent percent for the grade
     * @param lastDay until when they can be used, null if they do not expire
     * @param over whether that day is over: what was used stays, and nothing comes any more
     * @param posted what stands for it now, by part; what comes to nothing is not named
     */
    public record Computation(
            Kept of,
            Formula formula,
            int attitudePercent,
            int qualityPercent,
            @Nullable LocalDate lastDay,
            boolean over,
            Map<Part, Long> posted) {

        /** All parts together. */
        public long sum() {
            return posted.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    private Slice<PointsLine> lines(long volunteerId, Slice<StatementLine> entries) {
        List<Long> transfers =
                entries.items().stream().map(StatementLine::transferId).toList();
        Map<Long, Line> posted = new HashMap<>();
        store.ofTransfers(volunteerId, transfers).forEach(line -> posted.put(line.transferId(), line));
        Map<Long, Line> takenBack = new HashMap<>();
        store.takenBackBy(volunteerId, transfers).forEach(t -> takenBack.put(t.transferId(), t.line()));
        List<Long> records = Stream.concat(posted.values().stream(), takenBack.values().stream())
                .map(Line::recordId)
                .toList();
        Map<Long, Kept> about = new HashMap<>();
        store.of(volunteerId, records).forEach(kept -> about.put(kept.recordId(), kept));
        return entries.map(entry -> {
            Line line = posted.get(entry.transferId());
            Line back = takenBack.get(entry.transferId());
            return line(entry, line != null ? line : back, back != null, about);
        });
    }

    private static PointsLine line(StatementLine entry, @Nullable Line line, boolean back, Map<Long, Kept> about) {
        PointsLine.Kind kind = entry.kind() == TransferKind.EXPIRY ? PointsLine.Kind.EXPIRED : PointsLine.Kind.OTHER;
        if (line == null) {
            return new PointsLine(
                    entry.at(),
                    entry.entry().amount(),
                    entry.entry().balance(),
                    kind,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
        }
        Kept kept = about.get(line.recordId());
        return new PointsLine(
                entry.at(),
                entry.entry().amount(),
                entry.entry().balance(),
                back ? PointsLine.Kind.valueOf(String.valueOf(line.why())) : PointsLine.Kind.POSTED,
                line.part(),
                line.recordId(),
                kept == null ? null : kept.title(),
                kept == null ? null : kept.serviceDate(),
                line.basis(),
                line.percent(),
                line.formulaVersion(),
                entry.entry().lastDay());
    }
}
