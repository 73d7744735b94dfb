package org.yiwang.honour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.dossier.Dossiers;
import org.yiwang.honour.Nominee.State;
import org.yiwang.honour.Statement.Draft;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Role;
import org.yiwang.testing.City;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.VolunteerFixture;
import org.yiwang.volunteer.VolunteerView;

/**
 * Award rounds in which everybody does anything at any time: whatever is refused, what must hold does. Plays on until it has
 * come across every ending. {@code -Dseed=…} repeats a run.
 */
@CityTest
class AwardWalkTest {

    private static final Logger log = LoggerFactory.getLogger(AwardWalkTest.class);
    private static final int STEPS = 60;

    /** From then on people do what is to be done, so that most rounds come to their end. */
    private static final int WILD = 35;

    /** Everything is looked at after so many steps, and whenever the round moves on. */
    private static final int LOOK = 8;

    /** A walk goes on until it has seen everything wanted; one that needs so many rounds never will. */
    private static final int MOST = 100;

    private static final Set<String> WANTED =
            Set.of("published", "cancelled", "tie-decided", "moved-up", "removed", "objection-rejected", "prolonged");

    private static final Map<RoundState, Set<RoundState>> NEXT = new EnumMap<>(Map.of(
            RoundState.OPEN, EnumSet.of(RoundState.REVIEWING, RoundState.CANCELLED),
            RoundState.REVIEWING, EnumSet.of(RoundState.NOTICE, RoundState.CANCELLED),
            RoundState.NOTICE, EnumSet.of(RoundState.PUBLISHED, RoundState.CANCELLED)));

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private NominationStore store;

    @Autowired
    private PanelStore panel;

    @SuppressWarnings("NullAway.Init")
    private AwardScene s;

    @SuppressWarnings("NullAway.Init")
    private Actor colleague;

    private final List<VolunteerView> people = new ArrayList<>();

    @Test
    void keep_their_promises_whatever_people_do() {
        long seed = Long.getLong("seed", System.nanoTime());
        log.info("Seed of this walk: {}", seed);
        Random random = new Random(seed);
        s = new AwardScene();
        colleague = PeopleFixture.staff(Role.DISTRICT_OFFICE, "420102");
        s.clock.reset();
        for (int i = 0; i < 8; i++) {
            people.add(AwardScene.person());
        }
        Set<String> seen = new HashSet<>();
        for (int round = 1; !seen.containsAll(WANTED); round++) {
            assertThat(round).as("seed %d has seen %s", seed, seen).isLessThan(MOST);
            seen.addAll(walk(random, seed));
        }
    }

    private Set<String> walk(Random random, long seed) {
        long round = s.open(1 + random.nextInt(2), Scoring.POINTS, "用心");
        s.judges.clear();
        s.judges.addAll(people.subList(0, 3));
        s.judges.forEach(j -> s.panelDesk.name(s.office, round, j.number()));
        for (VolunteerView person : people.subList(3, people.size())) {
            if (random.nextInt(4) > 0) {
                s.agreed(round, person);
            }
        }
        RoundState before = RoundState.OPEN;
        for (int step = 0; step < STEPS && !before.isOver(); step++) {
            int now = step;
            RoundState stands = before;
            if (step < WILD) {
                tried(() -> act(random, round, stands, now));
            } else {
                finish(random, round, stands);
            }
            RoundState after = s.state(round);
            boolean moved = after != before;
            if (moved) {
                assertThat(NEXT.get(before)).as("seed %d", seed).contains(after);
                before = after;
            }
            if (moved || step % LOOK == 0) {
                look(round, "seed " + seed + ", step " + step);
            }
        }
        Set<String> steps = new HashSet<>();
        s.desk.get(s.office, round).steps().forEach(done -> steps.add(done.what()));
        return steps;
    }

    /** What is refused is as good as done: what must hold is looked at afterwards. */
    private static void tried(Runnable deed) {
        try {
            deed.run();
        } catch (Refusal _) {
            // Not allowed now.
        }
    }

    private void finish(Random random, long round, RoundState state) {
        if (state == RoundState.REVIEWING) {
            score(store.ofRound(round), 8);
            tried(() -> tie(round));
        }
        List<Objection> said = s.said(round);
        if (state == RoundState.NOTICE && said.isEmpty()) {
            tried(() -> object(random, round));
        }
        for (Objection o : said) {
            if (o.state() == Objection.State.OPEN && random.nextBoolean()) {
                tried(() -> s.objections.tell(s.office, o.id(), "时间对不上"));
            } else if (o.state() != Objection.State.TOLD) {
                tried(() -> s.objections.reject(colleague, o.id(), "核实过，没有问题"));
            }
        }
        s.pass(2);
    }

    private void score(List<Nominee> nominees, int points) {
        for (Nominee n : nominees) {
            for (VolunteerView judge : s.judges) {
                tried(() -> s.judging.score(VolunteerFixture.actor(judge), n.id(), List.of(points)));
            }
        }
    }

    private void act(Random random, long round, RoundState state, int step) {
        VolunteerView person = people.get(random.nextInt(people.size()));
        List<Nominee> nominees = store.ofRound(round);
        Nominee one = nominees.isEmpty() ? null : nominees.get(random.nextInt(nominees.size()));
        if (state == RoundState.NOTICE && random.nextInt(3) > 0) {
            object(random, round);
            return;
        }
        switch (random.nextInt(11)) {
            case 0 -> s.nominations.nominate(s.office, round, person.number(), List.of(new Draft("热心", null)));
            case 1, 2, 3 -> {
                if (one != null) {
                    s.own.agree(VolunteerFixture.actor(one.person()), one.id(), random.nextBoolean());
                }
            }
            case 4 -> {
                if (one != null && random.nextInt(8) == 0) {
                    s.own.decline(VolunteerFixture.actor(one.person()), one.id());
                } else if (one != null && random.nextInt(6) == 0) {
                    s.nominations.withdraw(s.office, one.id());
                }
            }
            case 5 -> {
                for (Nominee n : nominees) {
                    score(List.of(n), 8 + random.nextInt(2));
                }
            }
            case 6 -> {
                if (one != null) {
                    s.judging.doubt(VolunteerFixture.actor(s.judges.get(1)), one.id(), 1, "依据不足");
                    s.nominations.correct(s.office, one.id(), 1, new Draft("帮过我", null));
                }
            }
            case 7 -> tie(round);
            case 8 -> {
                if (random.nextInt(10) == 0) {
                    s.desk.cancel(s.office, round, "经费没有落实");
                } else if (random.nextInt(6) == 0) {
                    var terms = s.desk.get(s.office, round).round().terms();
                    s.desk.prolong(
                            s.office,
                            round,
                            terms.nominateUntil(),
                            terms.reviewUntil().plusDays(1),
                            "评审人出差");
                }
            }
            default -> {
                if (state != RoundState.OPEN || step > 6) {
                    s.pass(1 + random.nextInt(3));
                }
            }
        }
    }

    private void tie(long round) {
        for (VolunteerView judge : s.judges) {
            Actor actor = VolunteerFixture.actor(judge);
            var tied = s.judging.get(actor, round).tied();
            if (!tied.isEmpty()) {
                s.judging.decideTie(actor, round, tied.stream().map(Nominee::id).toList(), "服务更久");
                return;
            }
        }
    }

    private void object(Random random, long round) {
        for (Objection o : s.said(round)) {
            switch (o.state()) {
                case OPEN -> {
                    if (random.nextInt(3) == 0) {
                        s.objections.reject(s.office, o.id(), "核实过，没有问题");
                    } else {
                        s.objections.tell(s.office, o.id(), "时间对不上");
                    }
                    return;
                }
                case TOLD -> {
                    Long about = o.nominationId();
                    if (about != null && random.nextBoolean()) {
                        s.own.reply(VolunteerFixture.actor(s.nominee(about).person()), about, o.id(), "我有照片");
                        return;
                    }
                }
                case ANSWERED -> {
                    s.objections.remove(colleague, o.id(), "照片是另一天的");
                    return;
                }
                default -> {
                    // It is over.
                }
            }
        }
        List<Nominee> placed = s.awards.get(round).placed();
        if (!placed.isEmpty() && random.nextInt(3) > 0) {
            long about = placed.get(random.nextInt(placed.size())).id();
            s.awards.object(round, about, "那天不是本人", "13800000000", "10.2." + random.nextInt(250) + ".1");
        } else {
            s.pass(1);
        }
    }

    private void look(long roundId, String where) {
        RoundView round = s.desk.get(s.office, roundId).round();
        List<Nominee> nominees = store.ofRound(roundId);
        List<Nominee> agreed =
                nominees.stream().filter(n -> n.state() == State.AGREED).toList();
        List<Nominee> placed =
                agreed.stream().filter(n -> n.isPlaced(round.terms().places())).toList();
        if (round.state() != RoundState.OPEN && round.state() != RoundState.CANCELLED) {
            assertThat(nominees).as(where).noneMatch(n -> n.state() == State.ASKED);
        }
        if (!round.isDecided()) {
            assertThat(nominees)
                    .as("%s: secret until closed", where)
                    .allMatch(n -> s.own.get(VolunteerFixture.actor(n.person()), n.id())
                                    .explained()
                            == null);
        } else {
            var sheets = panel.sheets(roundId);
            for (Nominee n : agreed) {
                var result = n.result();
                if (result != null) {
                    int[] scores = sheets.getOrDefault(n.id(), Map.of()).values().stream()
                            .mapToInt(sheet -> sheet.getFirst())
                            .sorted()
                            .toArray();
                    int points = scores[(scores.length - 1) / 2] + scores[scores.length / 2];
                    assertThat(result.total()).as(where).isEqualTo(points);
                }
            }
            for (Nominee in : placed) {
                for (Nominee out : agreed) {
                    var mine = in.result();
                    var other = out.result();
                    if (!placed.contains(out) && mine != null && other != null) {
                        assertThat(mine.total()).as(where).isGreaterThanOrEqualTo(other.total());
                    }
                }
            }
            assertThat(placed.size())
                    .as(where)
                    .isLessThanOrEqualTo(round.terms().places());
            assertThat(s.awards.get(roundId).placed())
                    .as(where)
                    .extracting(Nominee::id)
                    .containsExactlyInAnyOrderElementsOf(
                            placed.stream().map(Nominee::id).toList());
        }
        if (round.state() == RoundState.PUBLISHED) {
            assertThat(placed).as(where).isNotEmpty();
            City.bean(RoundClock.class).tick();
            for (Nominee n : store.ofRound(roundId)) {
                Long entry = n.commendationId();
                assertThat(entry != null).as(where).isEqualTo(placed.stream().anyMatch(p -> p.id() == n.id()));
                assertThat(dossiers.of(n.person().id()).commendations().stream()
                                .filter(c -> entry != null && c.mark().entryId() == entry)
                                .count())
                        .as(where)
                        .isEqualTo(entry == null ? 0 : 1);
            }
        }
    }
}
