package org.yiwang.objection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Role;
import org.yiwang.objection.CaseView.Outcome;
import org.yiwang.objection.CaseView.State;
import org.yiwang.record.Corrections;
import org.yiwang.record.Hold;
import org.yiwang.record.ProposalClock;
import org.yiwang.record.RecordKey;
import org.yiwang.record.RecordView;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.TextMessages;

/**
 * Cases about one record in any order, by whoever may: whatever happens, a record is frozen exactly while a case holds it,
 * nothing is taken that was not told or asked for, or told before it was decided that the record stands, no organization gives hours alone, and nobody sits on a case. A failure
 * names its seed; {@code -Dseed=…} repeats a run, {@code -Dlives=…} makes it longer.
 */
@CityTest
class CaseLifeTest {

    private static final int LIVES = Integer.getInteger("lives", 2);
    private static final int STEPS = 25;
    private static final Instant START = Instant.parse("2026-11-21T02:00:00Z");
    private static final Duration TOLD = Duration.ofDays(3);

    @Autowired
    private Objections objections;

    @Autowired
    private CaseDesk desk;

    @Autowired
    private Reports reports;

    @Autowired
    private SelfCheck selfCheck;

    @Autowired
    private Corrections corrections;

    @Autowired
    private ProposalClock proposals;

    @Autowired
    private CaseClock caseClock;

    @Autowired
    private Announcements announcements;

    @Autowired
    private CaseListStore lists;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private final List<String> story = new ArrayList<>();
    private final Map<Long, Instant> told = new HashMap<>();
    private final Map<Long, Set<Long>> announcers = new HashMap<>();
    private final Map<Long, Set<Long>> barred = new HashMap<>();

    private long seed;
    private CaseScene scene;
    private List<Actor> offices;
    private Random random;

    /** Why hours may become fewer in this step: agreed to, told in time, or asked for. */
    private boolean mayLower;

    private boolean mayRaise;

    /** Whether a correction was told since it was last decided that the record stands. */
    private boolean toldAnew;

    @BeforeEach
    void begin() {
        seed = Long.getLong("seed", System.nanoTime());
        random = new Random(seed);
        scene = CaseScene.begin(START);
        offices = List.of(
                PeopleFixture.staff(Role.DISTRICT_OFFICE, "420102"),
                PeopleFixture.staff(Role.DISTRICT_OFFICE, "420102"),
                PeopleFixture.staff(Role.CITY_OFFICE, "4201"));
    }

    @Test
    void whatever_happens_nothing_stays_frozen_and_nothing_is_taken_unsaid() {
        try {
            live();
            for (int life = 1; life < LIVES; life++) {
                scene = CaseScene.begin(START);
                live();
            }
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError("-Dseed=" + seed + "\n" + String.join("\n", story) + "\n" + e.getMessage(), e);
        }
    }

    private void live() {
        story.clear();
        toldAnew = false;
        for (int step = 0; step < STEPS && !scene.live().isEmpty(); step++) {
            int before = minutes();
            mayLower = false;
            mayRaise = false;
            String what = act();
            clock.advance(Duration.ofSeconds(1));
            story.add(what + " -> " + minutes());
            check(before);
        }
        Actor last = PeopleFixture.staff(Role.CITY_OFFICE, "4201");
        for (long id : cases()) {
            CaseView it = lists.find(id).orElseThrow();
            if (it.withOffice() && it.state() != State.DECIDED) {
                desk.decide(last, id, new Verdict(Outcome.KEPT, null, "都核实过了", "", false));
            }
        }
        assertThat(scene.live()).as("after the last case").noneMatch(r -> r.hold() == Hold.CASE);
    }

    private String act() {
        try {
            return switch (random.nextInt(17)) {
                case 0, 1 -> "object " + object();
                case 2 -> "report " + reports.report(null, aReport(), null, "").length();
                case 3 -> "not me " + notMe().length();
                case 4, 11 -> "answer " + answer();
                case 5, 6, 7 -> "decide " + decide();
                case 8 -> "freeze or release " + freezeOrRelease();
                case 9 -> "agree or add " + agreeOrState();
                case 10 -> "further " + escalate();
                case 14, 15 -> "propose " + propose();
                default -> "time " + pass();
            };
        } catch (Refusal refusal) {
            return refusal.problem().code();
        }
    }

    private long object() {
        return objections.object(
                scene.self(),
                scene.person().id(),
                now().recordId(),
                new Objection(pick(Complaint.aboutRecord()), "时间不对", random.nextBoolean() ? time() : null));
    }

    private Report aReport() {
        return new Report(now().key(), null, Complaint.NOT_THERE, "那天没有看到人", "", "");
    }

    private String notMe() {
        String mobile = PeopleFixture.newMobile();
        selfCheck.sendCode("01", scene.document(), mobile, "");
        String code = TextMessages.code(mobile);
        return selfCheck.notMe(
                selfCheck.look("01", scene.document(), mobile, code, "").ticket(), "");
    }

    private String answer() {
        CaseView it = any(c -> c.state() == State.OPEN && !c.withOffice());
        Verdict verdict = verdict(it);
        int before = minutes();
        boolean done = desk.answer(scene.team().admin(), it.id(), verdict);
        mayLower = isAskedFor(it, verdict);
        stands(it, verdict);
        return verdict.outcome() + " " + done + " from " + before;
    }

    private String decide() {
        CaseView it = any(c -> c.withOffice() && c.state() != State.DECIDED);
        Verdict verdict = verdict(it);
        Actor office = pick(offices);
        boolean done = desk.decide(office, it.id(), verdict);
        assertThat(barred.getOrDefault(it.id(), Set.of()))
                .as("who announced decides the contested one")
                .doesNotContain(office.accountId());
        mayRaise = true;
        mayLower = isAskedFor(it, verdict);
        stands(it, verdict);
        if (!done) {
            told.put(it.id(), clock.instant());
            announcers.computeIfAbsent(it.id(), _ -> new HashSet<>()).add(office.accountId());
        }
        return it.kind() + " " + verdict.outcome() + " " + done;
    }

    private void stands(CaseView it, Verdict verdict) {
        if (it.kind() == CaseView.Kind.OBJECTION && verdict.outcome() == Outcome.KEPT) {
            toldAnew = false;
        }
    }

    /** An organizer would lower the record, or raise it, or have it void. */
    private String propose() {
        RecordKey key = now().key();
        Corrections.Grounds grounds = new Corrections.Grounds("名单上不是这样", "签到表");
        var proposed = (random.nextInt(4) == 0
                        ? corrections.declareVoid(scene.team().admin(), key, grounds)
                        : corrections.correct(scene.team().admin(), key, time(), grounds))
                .proposal();
        toldAnew |= proposed != null;
        return proposed == null ? "done" : proposed.minutes() + " " + proposed.state();
    }

    private String freezeOrRelease() {
        long id = any(CaseView::withOffice).id();
        if (random.nextBoolean()) {
            desk.freeze(pick(offices), id, "先核实");
            return "frozen";
        }
        desk.release(pick(offices), id, "核实了");
        return "released";
    }

    private String agreeOrState() {
        CaseView it = any(c -> c.state() == State.ANNOUNCED);
        if (random.nextBoolean()) {
            objections.state(scene.self(), it.id(), "我在场");
            return "stated";
        }
        objections.agree(scene.self(), it.id());
        mayLower = true;
        return "agreed";
    }

    private String escalate() {
        CaseView it = any(c -> c.state() == State.ANSWERED || c.state() == State.ANNOUNCED);
        objections.escalate(scene.self(), it.id(), "不同意");
        if (it.state() == State.ANNOUNCED) {
            barred.put(it.id(), Set.copyOf(announcers.getOrDefault(it.id(), Set.of())));
        }
        return it.state().name();
    }

    private String pass() {
        Duration hours = Duration.ofHours(1 + random.nextInt(96));
        clock.advance(hours);
        Instant now = clock.instant();
        boolean toldInTime = toldAnew
                && scene.live().stream()
                        .flatMap(r -> corrections.findOpen(r.key()).stream())
                        .anyMatch(p -> !p.takesEffectOn().isAfter(now));
        mayLower = cases().stream()
                .map(id -> lists.find(id).orElseThrow())
                .filter(it -> it.state() == State.ANNOUNCED)
                .anyMatch(it -> !told.getOrDefault(it.id(), now).plus(TOLD).isAfter(now));
        caseClock.tick();
        announcements.carryOutDue();
        proposals.carryOutDue();
        mayLower |= toldInTime;
        LocalDate today = LocalDate.now(clock);
        assertThat(cases())
                .as("an organization that does not answer")
                .map(id -> lists.find(id).orElseThrow())
                .noneMatch(it -> it.state() == State.OPEN && !it.withOffice() && today.isAfter(it.dueOn()));
        return hours.toString();
    }

    private void check(int before) {
        int after = minutes();
        assertThat(after < before && !mayLower).as("taken unsaid").isFalse();
        assertThat(after > before && !mayRaise).as("given alone").isFalse();
        boolean held = false;
        for (long id : cases()) {
            boolean holds = !lists.records(id, true).isEmpty();
            assertThat(holds && lists.find(id).orElseThrow().state() == State.DECIDED)
                    .as("a decided case holds a record")
                    .isFalse();
            held |= holds;
        }
        for (RecordView record : scene.live()) {
            assertThat(record.hold() == Hold.CASE).as("frozen").isEqualTo(held);
        }
    }

    private static boolean isAskedFor(CaseView it, Verdict verdict) {
        Period wished = it.wished();
        Period served = verdict.served();
        return it.complaint() == Complaint.TOO_MUCH
                && wished != null
                && served != null
                && served.minutes() >= wished.minutes();
    }

    private Verdict verdict(CaseView it) {
        Outcome outcome = pick(Outcomes.of(it));
        return new Verdict(outcome, outcome == Outcome.CORRECTED ? time() : null, "核对过了", "签到表", true);
    }

    private Period time() {
        return scene.minutes(10 * (1 + random.nextInt(14)));
    }

    /** A case for which it makes sense, now and then any. */
    private CaseView any(Predicate<CaseView> fits) {
        List<CaseView> all =
                cases().stream().map(id -> lists.find(id).orElseThrow()).toList();
        List<CaseView> some =
                random.nextInt(8) == 0 ? all : all.stream().filter(fits).toList();
        if (some.isEmpty()) {
            throw new Refusal(CaseProblem.UNKNOWN);
        }
        return pick(some);
    }

    private List<Long> cases() {
        return jdbc.sql("select id from objection_case where volunteer_id = :volunteer order by id")
                .param("volunteer", scene.person().id())
                .query((row, i) -> row.getLong(1))
                .list();
    }

    private RecordView now() {
        return scene.live().stream().findFirst().orElseThrow(() -> new Refusal(CaseProblem.RECORD_OVER));
    }

    private int minutes() {
        return scene.live().stream().mapToInt(RecordView::serviceMinutes).sum();
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
