package org.yiwang.bulk;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.yiwang.account.Accounts;
import org.yiwang.board.BoardRows;
import org.yiwang.bulk.Progress.Stage;
import org.yiwang.bulk.SchemaStore.Kind;
import org.yiwang.bulk.SchemaStore.Piece;
import org.yiwang.kernel.Refusal;
import org.yiwang.region.Regions;
import org.yiwang.rules.Code;
import org.yiwang.rules.Codes;
import org.yiwang.volunteer.VolunteerRows;

/**
 * Fills an empty database with a city of volunteers (ADR 0021). A run that is cut off leaves a mark, and nothing is started
 * on that database any more.
 *
 * <p>Left out, because years of notices are nobody's measure: messages, the audit trail, sessions, questions to guardians,
 * evaluations. Records that count wait to be sealed, and grades of trust are computed when asked for, until {@code rebuild
 * grades} writes them.
 */
@Component
public class Generator {

    private static final int TEAMS_AT_ONCE = 6;

    private final Accounts accounts;
    private final VolunteerRows volunteers;
    private final Writer writer;
    private final BoardRows boards;
    private final SchemaStore aside;
    private final RunStore runs;
    private final Regions regions;
    private final Codes codes;
    private final Clock clock;

    Generator(
            Accounts accounts,
            VolunteerRows volunteers,
            Writer writer,
            BoardRows boards,
            SchemaStore aside,
            RunStore runs,
            Regions regions,
            Codes codes,
            Clock clock) {
        this.accounts = accounts;
        this.volunteers = volunteers;
        this.writer = writer;
        this.boards = boards;
        this.aside = aside;
        this.runs = runs;
        this.regions = regions;
        this.codes = codes;
        this.clock = clock;
    }

    /**
     * Generates the city. Refuses with {@code bulk.not-empty} a database in which somebody has an account.
     *
     * @return how many rows were written
     */
    public long generate(CityPlan plan, Progress progress) {
        if (!accounts.isEmpty()) {
            throw new Refusal(BulkProblem.NOT_EMPTY);
        }
        progress.at(Stage.CENSUS, 0, 1, 0);
        Census census = new Census(plan);
        CityMap map = new CityMap(regions, plan.seed());
        Bodies bodies = new Bodies(plan, map, clock.getZone());
        runs.begin(plan, clock.instant());
        List<Piece> pieces = aside.layAside(Writer.TABLES);
        long rows = write(plan, census, map, bodies, progress);
        volunteers.numbersFrom(plan.volunteers());
        restore(pieces, Writer.TABLES, rows, progress);
        if (plan.boards() > 0) {
            rows += boards(plan, rows, progress);
        }
        runs.finish(clock.instant());
        return rows;
    }

    private long write(CityPlan plan, Census census, CityMap map, Bodies bodies, Progress progress) {
        Instant until = plan.until().atStartOfDay(clock.getZone()).toInstant();
        Batch above = new Batch();
        bodies.add(above);
        AtomicLong rows = new AtomicLong(writer.write(above, until));
        AtomicLong people = new AtomicLong();
        Members.Known known = new Members.Known(
                clock.getZone(),
                volunteers.selfFrom(),
                volunteers.adultFrom(),
                volunteers.minimum(),
                codes.list("skill").stream().map(Code::code).toList());
        List<Integer> firsts = IntStream.iterate(0, t -> t < census.teams(), t -> t + TEAMS_AT_ONCE)
                .boxed()
                .toList();
        Crew.workOff(Runtime.getRuntime().availableProcessors() + 1, firsts, first -> {
            int end = Math.min(first + TEAMS_AT_ONCE, census.teams());
            Batch batch = new Batch();
            for (int t = first; t < end; t++) {
                new Team(plan, census, bodies, clock.getZone(), t).add(batch, map, known);
            }
            long written = rows.addAndGet(writer.write(batch, until));
            progress.at(
                    Stage.PEOPLE,
                    people.addAndGet(census.first(end) - census.first(first)),
                    plan.volunteers(),
                    written);
        });
        return rows.get();
    }

    /** What those who take part have, read from records that have their indexes again. */
    private long boards(CityPlan plan, long before, Progress progress) {
        List<Piece> pieces = aside.layAside(BoardRows.COUNTED);
        long all = Math.round(plan.volunteers() * plan.boards());
        long rows = boards.fill(done -> progress.at(Stage.BOARDS, done, Math.max(done, all), before));
        restore(pieces, BoardRows.COUNTED, before + rows, progress);
        return rows;
    }

    /** Table by table, two at once, the largest first; then the foreign keys. */
    private void restore(List<Piece> pieces, List<String> settle, long rows, Progress progress) {
        Map<String, List<Piece>> byTable = pieces.stream()
                .filter(p -> p.kind() != Kind.REFERENCE)
                .collect(Collectors.groupingBy(Piece::table, LinkedHashMap::new, Collectors.toList()));
        List<List<Piece>> tables = new ArrayList<>(byTable.values());
        tables.sort(Comparator.comparingInt((List<Piece> t) -> t.size()).reversed());
        AtomicLong done = new AtomicLong();
        progress.at(Stage.INDEXES, 0, pieces.size(), rows);
        Crew.workOff(2, tables, of -> of.forEach(piece -> restore(piece, done, pieces.size(), rows, progress)));
        for (Piece piece : pieces) {
            if (piece.kind() == Kind.REFERENCE) {
                restore(piece, done, pieces.size(), rows, progress);
            }
        }
        AtomicLong settled = new AtomicLong();
        Crew.workOff(2, settle, table -> {
            aside.settle(table);
            progress.at(Stage.SETTLE, settled.incrementAndGet(), settle.size(), rows);
        });
    }

    private void restore(Piece piece, AtomicLong done, int all, long rows, Progress progress) {
        aside.restore(piece);
        progress.at(Stage.INDEXES, done.incrementAndGet(), all, rows);
    }
}
