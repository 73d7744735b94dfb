package org.yiwang.star;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Role;
import org.yiwang.record.RecordKey;
import org.yiwang.record.TimeKind;
import org.yiwang.star.StarApplication.State;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.Hours;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TeamFixture;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.VolunteerFixture;
import org.yiwang.volunteer.VolunteerView;

/**
 * Random commands about the stars of a few people, in the real program and in a model of a few lines: each is done or refused
 * as the model says, and everybody stands as in the model. {@code -Dseed=…} repeats a run.
 */
@CityTest
class RandomStarsTest {

    private static final Logger log = LoggerFactory.getLogger(RandomStarsTest.class);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate LAST = LocalDate.of(2026, 11, 20);
    private static final int AT_LEAST = 250;

    /** A run plays on until it has come across everything wanted; one that needs so many commands never will. */
    private static final int AT_MOST = 20_000;

    /** Levels of the stars 1 to 3 for people without a team, as the first version of the scheme has them. */
    private static final List<List<ReviewLevel>> LEVELS = List.of(
            List.of(ReviewLevel.COMMUNITY),
            List.of(ReviewLevel.COMMUNITY),
            List.of(ReviewLevel.COMMUNITY, ReviewLevel.DISTRICT));

    private static final int[] HOURS = {100, 300, 600};
    private static final int HIGHEST = 3;

    private static final Set<String> WANTED = new LinkedHashSet<>(Arrays.asList(
            "apply done",
            "apply star.held-already",
            "apply star.wait-first",
            "apply star.below-threshold",
            "apply star.open-already",
            "nominate done",
            "nominate star.nominee-below",
            "accept done",
            "accept star.decided-already",
            "decline done",
            "withdraw done",
            "approve done",
            "approve star.unknown",
            "approve star.decided-already",
            "approve star.decided-before",
            "approve star.below-threshold",
            "approve star.reason-needed",
            "refuse done",
            "object done",
            "object star.not-on-notice",
            "object star.objected-before",
            "granted",
            "returned",
            "below"));

    @Autowired
    private StarApplications applications;

    @Autowired
    private StarReview review;

    @Autowired
    private StarNotice notice;

    @Autowired
    private StarsBelow below;

    @Autowired
    private Stars stars;

    @Autowired
    private StarStore store;

    @Autowired
    private TestClock clock;

    private final Set<String> seen = new HashSet<>();
    private final List<Person> people = new ArrayList<>();
    private final Map<Actor, Set<ReviewLevel>> staff = new HashMap<>();
    private final Map<Actor, List<Instant>> objections = new HashMap<>();
    private List<Actor> offices = List.of();
    private List<Person> touched = List.of();
    private Random random = new Random();

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void every_command_ends_as_the_model_says() {
        long seed = Long.getLong("seed", System.nanoTime());
        log.warn("Random stars with -Dseed={}", seed);
        random = new Random(seed);
        clock.reset();
        office(Role.COMMUNITY_STAFF, TeamFixture.COMMUNITY, ReviewLevel.COMMUNITY);
        office(Role.COMMUNITY_STAFF, TeamFixture.COMMUNITY, ReviewLevel.COMMUNITY);
        office(Role.STREET_OFFICE, "420102015", ReviewLevel.COMMUNITY, ReviewLevel.STREET);
        office(Role.DISTRICT_OFFICE, "420102", ReviewLevel.COMMUNITY, ReviewLevel.STREET, ReviewLevel.DISTRICT);
        offices = List.copyOf(staff.keySet());
        int commands = 0;
        while (commands < AT_LEAST || !seen.containsAll(WANTED)) {
            if (commands++ % 120 == 0) {
                // New people, so that there are always some without stars and with hours.
                people.clear();
                for (int hours : new int[] {90, 110, 320, 620}) {
                    people.add(new Person(hours));
                }
            }
            assertThat(commands)
                    .as("still not seen: %s (seed %d)", missing(), seed)
                    .isLessThan(AT_MOST);
            String done = command();
            seen.add(done);
            touched.forEach(p -> p.check(done + ", seed " + seed));
        }
    }

    private Set<String> missing() {
        Set<String> missing = new LinkedHashSet<>(WANTED);
        missing.removeAll(seen);
        return missing;
    }

    private void office(Role role, String region, ReviewLevel... levels) {
        staff.put(PeopleFixture.staff(role, region), Set.of(levels));
    }

    private String command() {
        Person p = people.get(random.nextInt(people.size()));
        touched = List.of(p);
        Actor office = offices.get(random.nextInt(offices.size()));
        return switch (random.nextInt(18)) {
            case 0, 1, 2 -> p.apply(1 + random.nextInt(HIGHEST));
            case 3 -> p.nominate(office, 1 + random.nextInt(HIGHEST));
            case 4 -> p.answer("accept", State.NOMINATED);
            case 5 -> p.answer("decline", State.NOMINATED);
            case 6 -> p.answer("withdraw", State.REVIEW, State.NOTICE);
            case 7, 8, 9, 10, 11 -> p.approve(office, random.nextInt(3) == 0 ? "" : "核对过");
            case 12 -> p.refuse(office);
            case 13, 14, 15 -> p.object(p.objector == null || random.nextBoolean() ? office : p.objector);
            case 16 -> p.loseHours();
            default -> wait(1 + random.nextInt(9));
        };
    }

    private String wait(int days) {
        clock.advance(Duration.ofDays(days));
        notice.grantDue();
        people.forEach(Person::noticeOver);
        touched = people;
        return "wait";
    }

    private static String run(String name, Runnable deed) {
        try {
            deed.run();
            return name + " done";
        } catch (Refusal refusal) {
            return name + " " + refusal.problem().code();
        }
    }

    /** Somebody with hours, as the model sees them. */
    private final class Person {

        private final VolunteerView view = VolunteerFixture.adult("随机");
        private final Actor self = VolunteerFixture.actor(view);
        private final List<RecordKey> records;
        private final Map<Integer, Instant> refused = new TreeMap<>();
        private final Set<Integer> held = new HashSet<>();

        private long id;
        private State state = State.WITHDRAWN;
        private @Nullable ReviewLevel level;
        private int star;
        private boolean doubted;
        private @Nullable Actor objector;
        private @Nullable Instant until;
        private final List<String> hands = new ArrayList<>();

        Person(int hours) {
            records = new ArrayList<>(Hours.give(view, TimeKind.CREDIT, hours * 60, LAST));
        }

        private int hours() {
            return records.size() * 10;
        }

        private boolean reaches(int wanted) {
            return hours() >= HOURS[wanted - 1];
        }

        /** What is said before a new one is put down; null if nothing. */
        private @Nullable String against(int wanted, String tooFew) {
            if (held.stream().anyMatch(h -> h >= wanted)) {
                return "star.held-already";
            }
            Instant before = refused.get(wanted);
            if (before != null
                    && LocalDate.ofInstant(clock.instant(), ZONE)
                            .isBefore(LocalDate.ofInstant(before, ZONE).plusDays(30))) {
                return "star.wait-first";
            }
            return !reaches(wanted) ? tooFew : state.isOpen() ? "star.open-already" : null;
        }

        private void begin(long made, int wanted, State now) {
            id = made;
            star = wanted;
            state = now;
            doubted = false;
            until = null;
            hands.clear();
            level = now == State.REVIEW ? ReviewLevel.COMMUNITY : null;
        }

        String apply(int wanted) {
            String against = against(wanted, "star.below-threshold");
            String done = RandomStarsTest.run("apply", () -> {
                long made = applications.apply(self, view.id(), wanted, null, "");
                begin(made, wanted, State.REVIEW);
            });
            return expect(done, "apply", against);
        }

        String nominate(Actor office, int wanted) {
            String against = against(wanted, "star.nominee-below");
            String done = RandomStarsTest.run("nominate", () -> {
                long made = applications.nominate(office, view.number(), wanted, null, "邻里都说好");
                begin(made, wanted, State.NOMINATED);
                hands.add("star.nominated-it " + office.accountId());
            });
            return expect(done, "nominate", against);
        }

        String answer(String what, State... asked) {
            if (id == 0) {
                return "nothing";
            }
            String against = List.of(asked).contains(state) ? null : "star.decided-already";
            String done = RandomStarsTest.run(what, () -> {
                switch (what) {
                    case "accept" -> applications.accept(self, id);
                    case "decline" -> applications.decline(self, id);
                    default -> applications.withdraw(self, id);
                }
            });
            if (against == null) {
                state = what.equals("accept")
                        ? State.REVIEW
                        : what.equals("decline") ? State.DECLINED : State.WITHDRAWN;
                level = what.equals("accept") ? ReviewLevel.COMMUNITY : level;
            }
            return expect(done, what, against);
        }

        private @Nullable String againstDeciding(Actor office) {
            if (level == null || !Objects.requireNonNull(staff.get(office)).contains(level)) {
                return "star.unknown";
            }
            if (state != State.REVIEW) {
                return "star.decided-already";
            }
            return hands.stream()
                    .filter(h -> h.endsWith(" " + office.accountId()))
                    .map(h -> h.substring(0, h.indexOf(' ')))
                    .findFirst()
                    .orElse(null);
        }

        String approve(Actor office, String why) {
            if (id == 0) {
                return "nothing";
            }
            String against = againstDeciding(office);
            if (against == null && doubted && why.isEmpty()) {
                against = "star.reason-needed";
            }
            if (against == null && !reaches(star)) {
                against = "star.below-threshold";
            }
            String done = RandomStarsTest.run("approve", () -> review.approve(office, id, why));
            if (against == null) {
                hands.add("star.decided-before " + office.accountId());
                Duration days = Duration.ofDays(doubted ? 0 : 7);
                doubted = false;
                List<ReviewLevel> levels = LEVELS.get(star - 1);
                int next = levels.indexOf(level) + 1;
                if (next < levels.size()) {
                    level = levels.get(next);
                } else {
                    state = State.NOTICE;
                    until = clock.instant().plus(days);
                }
            }
            return expect(done, "approve", against);
        }

        String refuse(Actor office) {
            if (id == 0) {
                return "nothing";
            }
            String against = againstDeciding(office);
            String done = RandomStarsTest.run("refuse", () -> review.refuse(office, id, "情况不清楚"));
            if (against == null) {
                state = State.REFUSED;
                refused.put(star, clock.instant());
            }
            return expect(done, "refuse", against);
        }

        String object(Actor somebody) {
            if (id == 0) {
                return "nothing";
            }
            List<Instant> before = objections.computeIfAbsent(somebody, _ -> new ArrayList<>());
            Instant dayAgo = clock.instant().minus(Duration.ofDays(1));
            String against = null;
            if (state != State.NOTICE || !Objects.requireNonNull(until).isAfter(clock.instant())) {
                against = "star.not-on-notice";
            } else if (hands.contains("star.objected-before " + somebody.accountId())) {
                against = "star.objected-before";
            } else if (before.stream().filter(at -> at.isAfter(dayAgo)).count() >= StarNotice.OBJECTIONS_A_DAY) {
                against = "star.objected-enough";
            }
            String done = RandomStarsTest.run("object", () -> notice.object(somebody, id, "那天没有看到他"));
            if (against == null) {
                doubted = true;
                before.add(clock.instant());
                objector = somebody;
                hands.add("star.objected-before " + somebody.accountId());
            }
            return expect(done, "object", against);
        }

        String loseHours() {
            if (records.isEmpty()) {
                return "nothing";
            }
            Hours.take(List.of(records.removeLast()));
            below.checkDue();
            for (Star each : store.of(List.of(view.id()))) {
                assertThat(each.belowSince() != null).isEqualTo(!reaches(each.star()));
                if (each.belowSince() != null) {
                    seen.add("below");
                }
            }
            return "lose";
        }

        void noticeOver() {
            if (state == State.NOTICE && !Objects.requireNonNull(until).isAfter(clock.instant())) {
                if (reaches(star) && !doubted) {
                    state = State.GRANTED;
                    held.add(star);
                    seen.add("granted");
                } else {
                    state = State.REVIEW;
                    seen.add("returned");
                }
            }
        }

        void check(String after) {
            assertThat(stars.highest(view.id()).map(Star::star).orElse(0))
                    .as(after)
                    .isEqualTo(held.stream().max(Integer::compare).orElse(0));
            if (id != 0) {
                StarApplication now = stars.file(self, id).application();
                assertThat(now.state()).as(after).isEqualTo(state);
                assertThat(now.level()).as(after).isEqualTo(level);
                assertThat(now.objected()).as(after).isEqualTo(doubted);
            }
        }

        private String expect(String done, String name, @Nullable String against) {
            assertThat(done).isEqualTo(name + " " + (against == null ? "done" : against));
            return done;
        }
    }
}
