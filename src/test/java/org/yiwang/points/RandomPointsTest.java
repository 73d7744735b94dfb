package org.yiwang.points;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.dossier.DossierEvent;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.Role;
import org.yiwang.ledger.Ledger;
import org.yiwang.points.Formula.Coefficient;
import org.yiwang.points.Formula.Share;
import org.yiwang.record.Because;
import org.yiwang.record.RecordCases;
import org.yiwang.record.RecordEvent;
import org.yiwang.record.RecordFixture;
import org.yiwang.record.RecordKey;
import org.yiwang.record.RecordState;
import org.yiwang.record.RecordView;
import org.yiwang.record.TimeKind;
import org.yiwang.rules.RuleBook;
import org.yiwang.rules.RuleVersion;
import org.yiwang.rules.Rules;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.VolunteerFixture;
import org.yiwang.trust.TrustEvent;

/**
 * Years of random service: records count, are frozen, released, void and corrected, graded and evaluated, points expire and formulas
 * change; whatever happened, everybody has what a few lines make of the records as they are. {@code -Dseed=…} repeats a run; it can
 * be played any number of times on one database.
 */
@CityTest
class RandomPointsTest {

    private static final Logger log = LoggerFactory.getLogger(RandomPointsTest.class);
    private static final int TURNS = 120;
    private static final int MOST = 20 * TURNS;
    private static final Because BECAUSE = new Because(1, "核实过", null, null);
    private static final List<String> CATEGORIES = List.of("04", "06", "13");
    private static final List<String> GRADES = List.of("A", "B", "C", "D");

    /** What a run must have come across. */
    private static final Set<String> WANTED = Set.of(
            "count",
            "freeze",
            "release",
            "void",
            "correct",
            "grade",
            "evaluate",
            "evaluate later",
            "evaluation void",
            "time",
            "formula",
            "capped",
            "expired");

    @Autowired
    private PointsPosting posting;

    @Autowired
    private Points points;

    @Autowired
    private FormulaDrafts drafts;

    @Autowired
    private RuleBook book;

    @Autowired
    private Rules rules;

    @Autowired
    private RecordCases cases;

    @Autowired
    private Ledger ledger;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    /** When a record and all that correct it began, by the id of each: what never changes again. */
    private record Beginning(Instant ended, LocalDate since) {}

    private record Said(String quality, Instant from) {}

    private record Adopted(Formula formula, LocalDate from, Instant at) {}

    private final List<Long> people = new ArrayList<>();
    private final Map<Long, Beginning> beginnings = new HashMap<>();
    private final Map<Long, String> grades = new HashMap<>();
    private final Map<Long, Said> said = new HashMap<>();
    private final List<Adopted> formulas = new ArrayList<>();
    private final Set<LocalDate> busy = new HashSet<>();
    private final Set<String> outcomes = new HashSet<>();
    private Actor office = Actor.SYSTEM;
    private Random random = new Random();
    private int turn;

    @Test
    void everybody_has_what_the_records_as_they_are_come_to_by_the_formulas_of_their_days() {
        long seed = Long.getLong("seed", System.nanoTime());
        log.info("-Dseed={}", seed);
        random = new Random(seed);
        try {
            begin();
            for (turn = 0; turn < TURNS || turn < MOST && !outcomes.containsAll(WANTED); turn++) {
                play();
                if (random.nextInt(4) == 0) {
                    compare();
                }
            }
            compare();
            assertThat(ledger.divergences()).isEmpty();
            List<PointsPosting.Change> wrong = new ArrayList<>();
            posting.reconcile(wrong::add);
            assertThat(wrong)
                    .filteredOn(change -> people.contains(change.line().volunteerId()))
                    .isEmpty();
            assertThat(outcomes).containsAll(WANTED);
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError("-Dseed=" + seed + " at turn " + turn + ": " + e.getMessage(), e);
        } finally {
            clock.reset();
        }
    }

    private void begin() {
        clock.reset();
        posting.postDue();
        office = PeopleFixture.actor(PeopleFixture.account("市办", PeopleFixture.at(Role.CITY_OFFICE, "4201")));
        for (int i = 0; i < 3; i++) {
            people.add(VolunteerFixture.adult("随机").id());
        }
        // Versions stay for good: the model knows all of them, those of earlier runs on this database as well.
        book.versions(Formula.KEY).stream()
                .sorted(Comparator.comparing(RuleVersion::version))
                .map(v -> new Adopted(
                        rules.version(v.version(), Formula.KEY, Formula.class).value(),
                        v.effectiveFrom(),
                        v.byName().isEmpty() ? Instant.MIN : v.at()))
                .forEach(formulas::add);
        // Years ahead of all other tests, so that the formulas adopted here are none of theirs.
        clock.set(Instant.parse("2041-01-01T04:00:00Z"));
        jdbc.sql("update points_mark set shown_until = '2041-01-01T04:00:00Z'").update();
        adopt(LocalDate.now(clock));
    }

    private void play() {
        switch (random.nextInt(18)) {
            case 0, 1, 2, 3, 4 -> count();
            case 5, 6 -> change("freeze", RecordState.EFFECTIVE, key -> cases.freeze(List.of(key), BECAUSE));
            case 7, 8 -> change("release", RecordState.HELD, key -> cases.release(List.of(key), BECAUSE));
            case 9 -> change("void", RecordState.EFFECTIVE, key -> cases.declareVoid(List.of(key), BECAUSE));
            case 10 -> change("correct", RecordState.EFFECTIVE, this::correct);
            case 11, 12 -> grade();
            case 13 -> evaluate();
            case 14 -> endEvaluation();
            case 15, 16 -> {
                clock.advance(Duration.ofHours(random.nextInt(24 * 60)));
                outcomes.add("time");
            }
            default -> adopt(LocalDate.now(clock).plusDays(random.nextInt(20)));
        }
    }

    /** Up to three on one day, so that some days are full. */
    private void count() {
        long person = pick(people);
        LocalDate day = LocalDate.now(clock).minusDays(1 + random.nextInt(40));
        if (!busy.add(day)) {
            return;
        }
        for (int i = 0; i <= random.nextInt(3); i++) {
            Instant start = day.atTime(6 + 5 * i, 0).atZone(clock.getZone()).toInstant();
            Period served = new Period(start, start.plus(Duration.ofMinutes(20 + random.nextInt(270))));
            TimeKind kind = random.nextInt(4) == 0 ? TimeKind.HONOUR : TimeKind.CREDIT;
            RecordKey key = RecordFixture.effective(person, pick(CATEGORIES), served, kind);
            beginnings.put(key.recordId(), new Beginning(served.end(), day));
            grade(key, pick(GRADES));
            publish(new RecordEvent.BecameEffective(person, key.recordId()));
        }
        outcomes.add("count");
    }

    private interface Change {
        void to(RecordKey key);
    }

    private void change(String what, RecordState of, Change change) {
        List<RecordView> some = people.stream()
                .flatMap(person -> cases.ofVolunteer(person).stream())
                .filter(record -> record.state() == of)
                .toList();
        if (!some.isEmpty()) {
            RecordKey key = pick(some).key();
            transaction.executeWithoutResult(_ -> change.to(key));
            outcomes.add(what);
        }
    }

    private void correct(RecordKey key) {
        RecordView old = cases.get(key);
        long minutes = Math.max(10, old.served().minutes() - random.nextInt(60));
        long id = cases.correct(
                key, new Period(old.served().start(), old.served().start().plus(Duration.ofMinutes(minutes))), BECAUSE);
        beginnings.put(id, beginning(old));
        grade(new RecordKey(key.volunteerId(), id), pick(GRADES));
    }

    private void grade() {
        List<RecordView> all = live();
        if (!all.isEmpty()) {
            RecordKey key = pick(all).key();
            grade(key, pick(GRADES));
            publish(new TrustEvent.Graded(List.of(key)));
            outcomes.add("grade");
        }
    }

    /** As if the team had spoken: to be seen at once, because the volunteer has too, or in some days. */
    private void evaluate() {
        List<RecordView> all = live();
        if (all.isEmpty()) {
            return;
        }
        RecordView record = pick(all);
        if (said.containsKey(record.activityId())) {
            return;
        }
        boolean later = random.nextBoolean();
        Said now = new Said(
                String.valueOf(1 + random.nextInt(4)),
                clock.instant().plus(later ? Duration.ofDays(1 + random.nextInt(30)) : Duration.ZERO));
        said.put(record.activityId(), now);
        long entry = Ids.next();
        jdbc.sql("""
                        insert into dossier_evaluation values (:v, :e, :a, '清洁家园', '花桥志愿队', :q, null, '2041-01-01', '2041-01-01', 1)""")
                .param("v", record.volunteerId())
                .param("e", entry)
                .param("a", record.activityId())
                .param("q", now.quality)
                .update();
        jdbc.sql("""
                        insert into dossier_standing (volunteer_id, entry_id, part, state, activity_id, organization_ancestors,
                            region_code, recorder, shown_from, at)
                        values (:v, :e, 'EVALUATION', 'RECORDED', :a, '{}', '420102', '花桥志愿队', cast(:from as timestamptz), now())""")
                .param("v", record.volunteerId())
                .param("e", entry)
                .param("a", record.activityId())
                .param("from", now.from.toString())
                .update();
        if (!later) {
            publish(new DossierEvent.EvaluationShown(record.volunteerId(), record.activityId()));
        }
        outcomes.add(later ? "evaluate later" : "evaluate");
    }

    private void endEvaluation() {
        if (said.isEmpty() || random.nextBoolean()) {
            return;
        }
        long activity = pick(List.copyOf(said.keySet()));
        said.remove(activity);
        record Entry(long volunteerId, long entryId) {}
        jdbc.sql("""
                        update dossier_standing set state = 'VOID' where activity_id = :a and state = 'RECORDED'
                        returning volunteer_id, entry_id""")
                .param("a", activity)
                .query((row, i) -> new Entry(row.getLong(1), row.getLong(2)))
                .list()
                .forEach(e -> publish(new DossierEvent.Ended(e.volunteerId, e.entryId)));
        outcomes.add("evaluation void");
    }

    private void adopt(LocalDate from) {
        Formula formula = new Formula(
                5 + random.nextInt(20),
                1_000,
                random.nextInt(1_000),
                List.of(new Coefficient("04", 500 + random.nextInt(1_000)), new Coefficient("13", 1_500)),
                List.of(new Share("1", random.nextInt(101)), new Share("2", random.nextInt(50))),
                List.of(new Share("A", random.nextInt(60)), new Share("B", random.nextInt(30))),
                random.nextInt(5) == 0 ? 0 : 40 + random.nextInt(60),
                random.nextInt(5) == 0 ? 0 : 1 + random.nextInt(8));
        drafts.adopt(office, formula, from, "试一试");
        formulas.add(new Adopted(formula, from, clock.instant()));
        outcomes.add("formula");
    }

    private void compare() {
        posting.postDue();
        ledger.expireDue(clock.instant());
        for (long person : people) {
            Points.Standing standing = points.standingOf(person);
            assertThat(standing.owed()).isZero();
            assertThat(standing.balance()).as("person %d", person).isEqualTo(expected(person));
        }
    }

    /** All days of a person, from nothing but the records as they are. */
    private long expected(long person) {
        Map<LocalDate, List<RecordView>> days = new TreeMap<>();
        cases.ofVolunteer(person).stream()
                .filter(record -> record.state() == RecordState.EFFECTIVE)
                .sorted(Comparator.comparing(record -> record.served().start()))
                .forEach(record -> days.computeIfAbsent(record.serviceDate(), _ -> new ArrayList<>())
                        .add(record));
        long sum = 0;
        for (List<RecordView> day : days.values()) {
            long soFar = 0;
            for (RecordView record : day) {
                Formula formula = formulaOf(record);
                long full = full(formula, record);
                long room = formula.capPerDay() == 0 ? full : Math.max(0, formula.capPerDay() - soFar);
                long counted = Math.min(full, room);
                soFar += counted;
                if (counted < full) {
                    outcomes.add("capped");
                }
                sum += alive(formula, record)
                        ? counted
                                + counted * attitude(formula, record) / 100
                                + counted * share(formula.quality(), grades.get(record.recordId())) / 100
                        : 0;
            }
        }
        return sum;
    }

    private Beginning beginning(RecordView record) {
        return Objects.requireNonNull(beginnings.get(record.recordId()));
    }

    private boolean alive(Formula formula, RecordView record) {
        LocalDate since = beginning(record).since;
        boolean alive = formula.expiryMonths() == 0
                || !since.plusMonths(formula.expiryMonths()).isBefore(LocalDate.now(clock));
        if (!alive) {
            outcomes.add("expired");
        }
        return alive;
    }

    private Formula formulaOf(RecordView record) {
        Instant ended = beginning(record).ended;
        LocalDate day = LocalDate.ofInstant(ended, clock.getZone());
        Formula found = formulas.getFirst().formula;
        LocalDate best = LocalDate.MIN;
        for (Adopted adopted : formulas) {
            if (!adopted.from.isAfter(day) && !adopted.at.isAfter(ended) && !adopted.from.isBefore(best)) {
                found = adopted.formula;
                best = adopted.from;
            }
        }
        return found;
    }

    private static long full(Formula formula, RecordView record) {
        long category = formula.categories().stream()
                .filter(c -> c.code().equals(record.category()))
                .mapToLong(Coefficient::timesPerMille)
                .findFirst()
                .orElse(1_000);
        long kind = record.kind() == TimeKind.CREDIT ? formula.creditPerMille() : formula.honourPerMille();
        return record.serviceMinutes() * category * kind * formula.pointsPerHour() / 60_000_000;
    }

    private long attitude(Formula formula, RecordView record) {
        Said words = said.get(record.activityId());
        return words == null || words.from.isAfter(clock.instant()) ? 0 : share(formula.attitude(), words.quality);
    }

    private static long share(List<Share> shares, @Nullable String code) {
        return shares.stream()
                .filter(s -> s.code().equals(code))
                .mapToLong(Share::percentMore)
                .sum();
    }

    private List<RecordView> live() {
        return people.stream()
                .flatMap(person -> cases.ofVolunteer(person).stream())
                .toList();
    }

    private void grade(RecordKey key, String grade) {
        grades.put(key.recordId(), grade);
        PointsTest.grade(jdbc, key, grade);
    }

    private void publish(Object event) {
        transaction.executeWithoutResult(_ -> events.publishEvent(event));
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
