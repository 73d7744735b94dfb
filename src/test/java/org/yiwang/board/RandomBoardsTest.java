package org.yiwang.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.board.BruteForce.Standing;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.RegionCode.Level;
import org.yiwang.record.Because;
import org.yiwang.record.PublicNotice;
import org.yiwang.record.RecordCases;
import org.yiwang.record.RecordState;
import org.yiwang.record.RecordView;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.VolunteerFixture;
import org.yiwang.volunteer.VolunteerView;

/**
 * Whatever happens to records and to people, in whatever order: once the projector has looked, each board is what the raw
 * records come to, and so is each own rank. {@code -Dseed=…} repeats a run.
 */
@CityTest
class RandomBoardsTest {

    private static final Logger log = LoggerFactory.getLogger(RandomBoardsTest.class);
    private static final Because WHY = Because.of(0, "record.why.case-over");
    private static final int BURSTS = 8;
    private static final int DEEDS = 15;

    /** A run goes on until all of these happened to people on boards; one that needs so many bursts never will. */
    private static final Set<String> WANTED = Set.of(
            "serve",
            "bring",
            "count",
            "freeze",
            "release",
            "void",
            "correct",
            "move",
            "transfer",
            "join",
            "leave",
            "tie",
            "beyond",
            "neighbourhood");

    private static final int MOST = 20 * BURSTS;
    private static final int ASKED = 25;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private Boards boards;

    @Autowired
    private TakingPart taking;

    @Autowired
    private BoardProjector projector;

    @Autowired
    private RebuiltBoards rebuilt;

    @Autowired
    private RecordCases records;

    @Autowired
    private PublicNotice notice;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    private final Set<String> done = new HashSet<>();
    private final Set<Long> taken = new HashSet<>();
    private Random random = new Random();

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void boards_and_ranks_are_what_the_raw_records_come_to() {
        clock.reset();
        long seed = Long.getLong("seed", System.nanoTime());
        log.info("-Dseed={}", seed);
        random = new Random(seed);
        BoardTown town = new BoardTown(events, 10);
        town.people.stream().limit(6).forEach(this::join);
        try {
            for (int burst = 0; burst < BURSTS || burst < MOST && !done.containsAll(WANTED); burst++) {
                for (int i = 0; i < DEEDS; i++) {
                    act(town);
                }
                projector.projectNoted();
                compare(town, ASKED);
            }
            compare(town, 5 * ASKED);
            rebuildMends();
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError("-Dseed=" + seed + ": " + e.getMessage(), e);
        }
        assertThat(done).as("-Dseed=%d", seed).containsAll(WANTED);
    }

    private void act(BoardTown town) {
        VolunteerView person = town.any(random);
        switch (random.nextInt(15)) {
            case 0 -> {
                town.close(town.anyActivity(random));
                clock.advance(Duration.ofDays(random.nextInt(12)));
                if (notice.countDue() > 0) {
                    done.add("count");
                }
            }
            case 1 -> {
                RecordView record = one(person, RecordState.EFFECTIVE);
                if (record != null) {
                    records.freeze(List.of(record.key()), WHY);
                    remember("freeze", person);
                }
            }
            case 2, 3 -> {
                RecordView record = one(person, RecordState.HELD);
                if (record != null
                        && !records.release(List.of(record.key()), WHY).isEmpty()) {
                    remember("release", person);
                }
            }
            case 4 -> {
                RecordView record = one(person, RecordState.EFFECTIVE);
                if (record != null) {
                    records.declareVoid(List.of(record.key()), WHY);
                    remember("void", person);
                }
            }
            case 5 -> shorten(person);
            case 6, 7 -> remember(town.move(person, town.anywhere(random)), person);
            case 8 -> join(person);
            case 9 -> {
                if (taken.remove(person.id())) {
                    taking.leave(VolunteerFixture.actor(person), person.id());
                    done.add("leave");
                }
            }
            case 10 -> {
                town.bring(random, person);
                remember("bring", person);
            }
            default -> {
                town.serve(random, person);
                done.add("serve");
            }
        }
    }

    private void join(VolunteerView person) {
        taking.join(VolunteerFixture.actor(person), person.id());
        if (taken.add(person.id())) {
            done.add("join");
        }
    }

    private void shorten(VolunteerView person) {
        RecordView record = one(person, RecordState.EFFECTIVE);
        if (record != null && record.served().minutes() > 10) {
            Period served = record.served();
            records.correct(
                    record.key(), new Period(served.start(), served.end().minusSeconds(300)), WHY);
            remember("correct", person);
        }
    }

    /** What happened to somebody who is on boards. */
    private void remember(String what, VolunteerView person) {
        if (strings("select volunteer_id::text from board_score").contains(String.valueOf(person.id()))) {
            done.add(what);
        }
    }

    @Nullable
    private RecordView one(VolunteerView person, RecordState state) {
        List<RecordView> some = records.ofVolunteer(person.id()).stream()
                .filter(r -> r.state() == state)
                .toList();
        return some.isEmpty() ? null : some.get(random.nextInt(some.size()));
    }

    /** All that is stored, and some of the boards as people see them. */
    private void compare(BoardTown town, int asked) {
        BruteForce brute = new BruteForce(jdbc);
        assertThat(strings("select volunteer_id::text from board_member"))
                .containsAll(taken.stream().map(String::valueOf).toList());
        assertThat(strings("select volunteer_id::text from board_score"))
                .doesNotContainAnyElementsOf(town.people.stream()
                        .map(VolunteerView::id)
                        .filter(id -> !taken.contains(id))
                        .map(String::valueOf)
                        .toList());
        BoardTables.follow(jdbc);
        List<BoardQuery> all = brute.boards();
        Collections.shuffle(all, random);
        List<VolunteerView> askers = town.shuffled(random).subList(0, 3);
        for (BoardQuery query : all.subList(0, Math.min(asked, all.size()))) {
            List<Standing> expected = brute.board(query);
            remember(query, expected);
            for (VolunteerView asker : askers) {
                look(query, expected, asker);
            }
        }
    }

    private void look(BoardQuery query, List<Standing> expected, VolunteerView asker) {
        Actor actor = VolunteerFixture.actor(asker);
        BoardView board = boards.get(actor, query);
        assertThat(board.people()).as("%s", query).isEqualTo(expected.size());
        assertThat(board.top().stream()
                        .map(l -> new Standing(l.rank(), l.volunteerId(), l.amount()))
                        .toList())
                .as("%s", query)
                .isEqualTo(
                        isTooFew(query, expected)
                                ? List.of()
                                : expected.stream().limit(100).toList());
        assertThat(board.mine().stream()
                        .filter(m -> m.rank() > 0)
                        .map(m -> new Standing(m.rank(), m.volunteerId(), m.amount()))
                        .toList())
                .as("%s of %s", query, asker)
                .isEqualTo(expected.stream()
                        .filter(s -> s.volunteerId() == asker.id())
                        .toList());
        int mine = board.mine().stream().mapToInt(BoardView.Mine::amount).sum();
        assertThat(
                        taken.contains(asker.id()) && mine > 0
                                ? amount(query.key(), boards.records(actor, asker.id(), query.key()))
                                : mine)
                .as("the records behind the number of %s", query)
                .isEqualTo(mine);
    }

    private static int amount(BoardKey key, List<RecordView> behind) {
        return switch (key.facet().unit()) {
            case MINUTES -> behind.stream().mapToInt(RecordView::serviceMinutes).sum();
            case TIMES -> behind.size();
            case MONTHS ->
                (int) behind.stream()
                        .map(record -> YearMonth.from(record.serviceDate()))
                        .distinct()
                        .count();
        };
    }

    /** A board of streets and communities, or of one facet, with fewer than five people lists nobody. */
    private static boolean isTooFew(BoardQuery query, List<Standing> expected) {
        return expected.size() < 5
                && (query.region().value().length() > 6
                        || !query.key().facet().text().isEmpty());
    }

    private void remember(BoardQuery query, List<Standing> expected) {
        if (query.region().value().length() > 6) {
            done.add(isTooFew(query, expected) ? "few" : "enough");
        }
        if (expected.stream().map(Standing::rank).distinct().count() < expected.size()) {
            done.add("tie");
        }
        if (query.region().level().compareTo(Level.COMMUNITY) > 0 && !expected.isEmpty()) {
            done.add("neighbourhood");
        }
        if (query.region().value().equals("4201")
                && strings("select region_code from board_score").contains("4201")) {
            done.add("beyond");
        }
    }

    /** A rebuild changes nothing; and mends what somebody has meddled with. */
    private void rebuildMends() {
        List<String> live = BoardTables.all(jdbc);
        List<String> said = new ArrayList<>();
        projector.rebuild(said::add);
        assertThat(said).last().asString().endsWith(" 0 stood otherwise.");
        assertThat(BoardTables.all(jdbc)).isEqualTo(live);

        jdbc.sql(
                        "update board_score set minutes = minutes + 7 where volunteer_id = (select min(volunteer_id) from board_score)")
                .update();
        jdbc.sql("update board_tally set people = people + 1").update();
        jdbc.sql("insert into board_score select 1, board_id, 600, '4201' from board limit 3")
                .update();
        projector.rebuild(said::add);
        assertThat(said).last().asString().endsWith(" 1 stood otherwise.");
        assertThat(BoardTables.all(jdbc)).isEqualTo(live);

        // Where nobody has a score all of it is written at once, and the same comes out.
        jdbc.sql("delete from board_score").update();
        jdbc.sql("update board_tally set people = people + 1").update();
        rebuilt.rebuild(said::add);
        assertThat(said).last().asString().startsWith("There were no scores: ");
        assertThat(BoardTables.all(jdbc)).isEqualTo(live);
    }

    private List<String> strings(String sql) {
        return jdbc.sql(sql).query((row, i) -> row.getString(1)).list();
    }
}
