package org.yiwang.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.account.Grants;
import org.yiwang.activity.ActivityEvent;
import org.yiwang.activity.ActivityView;
import org.yiwang.activity.ShiftView;
import org.yiwang.attendance.AttendanceEvent;
import org.yiwang.attendance.Evidence;
import org.yiwang.entry.Quotas;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Role;
import org.yiwang.kernel.Scope;
import org.yiwang.record.ModelOfLives.Life;
import org.yiwang.record.ModelOfLives.Source;
import org.yiwang.testing.ActivityFixture;
import org.yiwang.testing.City;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TeamFixture;
import org.yiwang.testing.TeamFixture.Team;
import org.yiwang.testing.TestClock;
import org.yiwang.volunteer.VolunteerView;

/**
 * Thousands of random commands on the records of the people of a few towns, in the real program and in a model of a few lines: after
 * each, every record stands as the model says, and now and then everything that is computed from the records is checked.
 * {@code -Dseed=…} repeats a run.
 */
@CityTest
class RandomLivesTest {

    private static final Logger log = LoggerFactory.getLogger(RandomLivesTest.class);
    private static final int TOWNS = 4;
    private static final int COMMANDS = 500;

    /** A run goes on until it has come across everything wanted; one that needs so many towns never will. */
    private static final int MOST = 10 * TOWNS;

    private static final int DAY = 840;
    private static final long CLERK = 4711;
    /** What a run must have come across: the rarest of it decides how long a run is. */
    private static final Set<String> WANTED = Set.of(
            "serve done",
            "close done",
            "approve done",
            "refuse done",
            "correct done",
            "correct record.overlaps",
            "correct record.frozen",
            "void done",
            "agree done",
            "withdraw done",
            "confirm done",
            "confirm entry.quota",
            "turn-down done",
            "freeze done",
            "release done",
            "case-void done",
            "case-correct done",
            "MANUAL NOTICE",
            "MAKEUP NOTICE",
            "PAPER NOTICE",
            "TRANSFER EFFECTIVE",
            "taken known",
            "taken record.overlaps",
            "taken record.outside-shift");

    private static final Origin[] TAKEN = {Origin.MANUAL, Origin.MAKEUP, Origin.PAPER, Origin.TRANSFER};

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private RecordDesk desk;

    @Autowired
    private Corrections corrections;

    @Autowired
    private Raises raises;

    @Autowired
    private Quotas quotas;

    @Autowired
    private ProposalClock proposalClock;

    @Autowired
    private RecordCases cases;

    @Autowired
    private RecordIntake intake;

    @Autowired
    private PublicNotice notice;

    @Autowired
    private Records records;

    @Autowired
    private RecordListStore lists;

    @Autowired
    private DivergenceStore divergences;

    @Autowired
    private ActivityFixture fixture;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    private final List<VolunteerView> people = new ArrayList<>();
    private final List<ActivityView> activities = new ArrayList<>();
    private Random random = new Random();
    private ModelOfLives model = new ModelOfLives();
    private final Set<String> outcomes = new HashSet<>();
    private String at = "the beginning";
    /** Whether everything happens within days, so that what a week may bring at most is reached. */
    private boolean busy;

    private long teamId;
    private Actor organizer = Actor.SYSTEM;
    private Actor office = Actor.SYSTEM;
    private Actor second = Actor.SYSTEM;

    @Test
    void every_record_lives_as_the_model_says_and_what_is_computed_from_them_agrees() {
        long seed = Long.getLong("seed", System.nanoTime());
        log.info("-Dseed={}", seed);
        try {
            live(new Random(seed));
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError("-Dseed=" + seed + " at " + at + ": " + e.getMessage(), e);
        }
    }

    private void live(Random chance) {
        random = chance;
        for (int town = 0; town < TOWNS || town < MOST && !outcomes.containsAll(WANTED); town++) {
            begin(town);
            for (int i = 0; i < COMMANDS; i++) {
                play("town " + town + " command " + i);
                if (i % 50 == 0) {
                    projectionsAgree();
                }
            }
            at = "the end of town " + town;
            projectionsAgree();
        }
        rebuildChangesNothing();
        rebuildMends();
        assertThat(outcomes).containsAll(WANTED);
    }

    private void play(String turn) {
        at = turn;
        Command command = next();
        at += " " + command.name;
        String got = "done";
        try {
            transaction.executeWithoutResult(_ -> command.real.run());
        } catch (Refusal refusal) {
            got = refusal.problem().code();
        }
        assertThat(got).isEqualTo(command.expected);
        outcomes.add(command.name.replaceAll(" .*", "") + " " + got);
        compare();
    }

    private void begin(int town) {
        clock.reset();
        people.clear();
        activities.clear();
        Team team = TeamFixture.team();
        teamId = team.id();
        organizer = team.admin();
        VolunteerView other = TeamFixture.volunteer("严谨");
        City.bean(Grants.class)
                .give(
                        Actor.SYSTEM,
                        other.contactAccountId(),
                        Role.ORGANIZATION_ADMIN,
                        new Scope.InOrganization(team.id()),
                        "副队长");
        second = TeamFixture.actor(other);
        office = PeopleFixture.staff(Role.DISTRICT_OFFICE, "420102");
        for (int day = 0; day < 12; day++) {
            Duration fromNow = Duration.ofHours(20 + 24L * (day / 2));
            activities.add(fixture.published(team.id(), fixture.shift(fromNow, DAY, 9)));
        }
        for (String name : List.of("李雷", "韩梅梅", "𠮷田", "王")) {
            people.add(TeamFixture.volunteer(name));
        }
        // A second person has held the role for a week.
        clock.set(activities.getLast().period().end().plus(Duration.ofDays(2)));
        busy = town % 2 == 1;
        model = new ModelOfLives();
    }

    private Command next() {
        if (random.nextInt(100) < 12) {
            return serve();
        }
        if (random.nextInt(100) < 10) {
            return take();
        }
        Life life = model.any(random);
        if (life == null) {
            return serve();
        }
        if (random.nextBoolean()) {
            life = model.alive(random).orElse(life);
        }
        return switch (random.nextInt(26)) {
            case 0 -> close();
            case 1, 2, 3 -> time();
            // Long days are rare: every second decision looks for one.
            case 4, 5, 6 -> decide(random.nextBoolean() ? model.waiting(random).orElse(life) : life, true);
            case 7 -> decide(random.nextBoolean() ? model.waiting(random).orElse(life) : life, false);
            case 8, 9, 10 -> correct(life);
            case 11 -> correct(model.frozen(random).orElse(life));
            case 12 -> declareVoid(life);
            case 13, 14 -> agree(life);
            case 15 -> withdraw(random.nextBoolean() ? model.proposed(random).orElse(life) : life);
            case 16, 17 -> freeze(life);
            case 18, 19, 20 -> release(life);
            case 21, 22, 23 -> confirm(model.unconfirmed(random).orElse(life));
            case 24 -> turnDown(model.unconfirmed(random).orElse(life));
            default -> caseDecides(life);
        };
    }

    private Command serve() {
        int who = random.nextInt(people.size());
        ActivityView activity = activities.get(random.nextInt(activities.size()));
        Period served = span(activity);
        boolean twoSided = random.nextInt(4) > 0;
        Evidence seen = new Evidence(
                twoSided ? Evidence.Way.SCANNED_CODE : Evidence.Way.ROSTER, 10, false, null, organizer.accountId());
        var pair = new AttendanceEvent.PairClosed(
                Ids.next(),
                activity.id(),
                activity.shifts().getFirst().id(),
                people.get(who).id(),
                served,
                seen,
                seen);
        model.serve(people.get(who).id(), activity, served, twoSided, clock.instant());
        return new Command("serve " + served, "done", () -> events.publishEvent(pair));
    }

    /** A few drafts of one origin at once, some of them brought before. */
    private Command take() {
        Origin origin = TAKEN[random.nextInt(TAKEN.length)];
        Duration wait = random.nextBoolean() ? null : Duration.ofDays(random.nextInt(15));
        List<RecordDraft> drafts = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            ActivityView activity = activities.get(random.nextInt(activities.size()));
            Period served = span(activity);
            long person = people.get(random.nextInt(people.size())).id();
            Source source = model.anySource(random)
                    .filter(s -> s.origin() == origin)
                    .orElse(new Source(person, origin, Ids.next()));
            drafts.add(draft(source, activity, served));
            String answer = model.take(source, activity, served, wait, clock.instant());
            expected.add(answer);
            outcomes.add((answer.equals(answer.toLowerCase(Locale.ROOT)) ? "taken " : origin + " ") + answer);
        }
        var terms = new RecordIntake.Terms(
                origin,
                CLERK,
                wait == null ? null : new RecordIntake.Wait(wait, "entry.waiting", 1),
                "record.why.paper");
        return new Command("take " + origin + " " + wait + " " + drafts, "done", () -> {
            List<String> answers = intake.take(drafts, terms).stream()
                    .map(RandomLivesTest::told)
                    .toList();
            assertThat(answers).isEqualTo(expected);
        });
    }

    private RecordDraft draft(Source source, ActivityView activity, Period served) {
        ShiftView shift = activity.shifts().getFirst();
        Statutory statutory = new Statutory(
                source.origin() == Origin.TRANSFER ? 0 : activity.id(),
                source.origin() == Origin.TRANSFER ? 0 : shift.id(),
                teamId,
                "花桥队",
                activity.region().value(),
                activity.title(),
                activity.category(),
                shift.postName(),
                "花桥",
                "王队长",
                activity.ancestors());
        return new RecordDraft(source.id(), source.person(), statutory, shift.period(), served, "纸质签到表");
    }

    private static String told(Intake intake) {
        return switch (intake) {
            case Intake.Taken t -> t.state() + (t.hold() == null ? "" : " " + t.hold());
            case Intake.Known _ -> "known";
            case Intake.Refused r -> r.problem().code();
        };
    }

    private Command close() {
        ActivityView activity = activities.get(random.nextInt(activities.size()));
        model.close(activity, clock.instant());
        return new Command("close", "done", () -> events.publishEvent(new ActivityEvent.Closed(activity.id())));
    }

    private Command time() {
        clock.advance(Duration.ofMinutes(random.nextInt(busy ? 60 : 36 * 60)));
        model.count(clock.instant());
        model.carryOutDue(clock.instant());
        // Outside of a transaction, as the jobs run.
        notice.countDue();
        proposalClock.carryOutDue();
        return new Command("time " + clock.instant(), "done", () -> {});
    }

    private Command decide(Life life, boolean approve) {
        Actor actor = life.hold == Hold.VERY_LONG_DAY ? office : organizer;
        String expected = model.decide(life, approve, clock.instant());
        RecordKey key = life.key();
        return new Command((approve ? "approve " : "refuse ") + life, expected, () -> {
            if (approve) {
                desk.approve(actor, key.volunteerId(), key.recordId(), "情况属实");
            } else {
                desk.refuse(actor, key, new Corrections.Grounds("没有证据", "签到表上没有"));
            }
        });
    }

    private Command correct(Life life) {
        Period served = span(life.activity);
        String expected = model.correct(life, served, clock.instant());
        RecordKey key = life.key();
        return new Command(
                "correct " + life + " to " + served,
                expected,
                () -> corrections.correct(organizer, key, served, new Corrections.Grounds("核对后更正", "签到表")));
    }

    private Command declareVoid(Life life) {
        String expected = model.declareVoid(life, clock.instant());
        RecordKey key = life.key();
        return new Command(
                "void " + life,
                expected,
                () -> corrections.declareVoid(organizer, key, new Corrections.Grounds("不在现场", "现场照片")));
    }

    private Command agree(Life life) {
        String expected = model.agree(life, clock.instant());
        RecordKey key = life.key();
        Actor person = TeamFixture.actor(people.stream()
                .filter(p -> p.id() == key.volunteerId())
                .findFirst()
                .orElseThrow());
        return new Command("agree " + life, expected, () -> corrections.agree(person, key));
    }

    private Command withdraw(Life life) {
        String expected = model.withdraw(life);
        RecordKey key = life.key();
        return new Command("withdraw " + life, expected, () -> corrections.withdraw(organizer, key));
    }

    private Command confirm(Life life) {
        // How much may be entered by hand is the business of another model: here the real answer is taken.
        boolean quota = !ModelOfLives.isUnconfirmed(life) || quotas.left(teamId).leftMinutes() >= model.raisedBy(life);
        String expected = model.confirm(life, quota, clock.instant());
        RecordKey key = life.key();
        return new Command("confirm " + life, expected, () -> raises.confirm(second, key));
    }

    private Command turnDown(Life life) {
        String expected = model.turnDown(life);
        RecordKey key = life.key();
        return new Command("turn-down " + life, expected, () -> raises.turnDown(second, key, "签到表上没有"));
    }

    private Command freeze(Life life) {
        model.freeze(life, clock.instant());
        RecordKey key = life.key();
        return new Command("freeze " + life, "done", () -> cases.freeze(List.of(key), because()));
    }

    private Command release(Life life) {
        Life frozen = model.frozen(random).orElse(life);
        model.release(frozen, clock.instant());
        RecordKey key = frozen.key();
        return new Command("release " + frozen, "done", () -> cases.release(List.of(key), because()));
    }

    private Command caseDecides(Life life) {
        RecordKey key = life.key();
        if (random.nextBoolean()) {
            model.caseVoid(life);
            return new Command("case-void " + life, "done", () -> cases.declareVoid(List.of(key), because()));
        }
        Period served = span(life.activity);
        String expected = model.caseCorrect(life, served, clock.instant());
        return new Command(
                "case-correct " + life + " to " + served, expected, () -> cases.correct(key, served, because()));
    }

    private static Because because() {
        return Because.of(0, "record.why.activity-closed");
    }

    /** Some minutes of the day, mostly within the shift. */
    private Period span(ActivityView activity) {
        Instant start = activity.period().start();
        if (random.nextInt(25) == 0) {
            return new Period(start.minus(Duration.ofMinutes(200)), start.minus(Duration.ofMinutes(30)));
        }
        int from = random.nextInt(DAY - 20) - 10;
        int minutes = random.nextInt(4) == 0 ? 300 + random.nextInt(500) : 5 + random.nextInt(120);
        Instant begin = start.plus(Duration.ofMinutes(from));
        return new Period(begin, begin.plus(Duration.ofMinutes(Math.min(minutes, DAY + 30 - from))));
    }

    private void compare() {
        for (VolunteerView person : people) {
            assertThat(standing(person.id()))
                    .as(() -> person.name() + ", read once more: " + standing(person.id()))
                    .isEqualTo(model.live(person.id()));
        }
        model.learnNumbers(people, lists);
    }

    private List<String> standing(long volunteerId) {
        return lists.live(volunteerId).stream()
                .map(r -> r.state() + " " + r.hold() + " " + r.serviceMinutes() + " " + r.kind() + " "
                        + (r.state() == RecordState.NOTICE ? r.countsOn() : ""))
                .sorted()
                .toList();
    }

    private void projectionsAgree() {
        Long[] ids = people.stream().map(VolunteerView::id).toArray(Long[]::new);
        for (VolunteerView person : people) {
            assertThat(lists.effectiveMinutes(person.id()))
                    .as(person.name())
                    .isEqualTo(model.effectiveMinutes(person.id()));
        }
        assertThat(strings("""
                        select volunteer_id || ' ' || record_id from record_step where volunteer_id = any(:people)
                        group by volunteer_id, record_id having count(*) <> max(step_no) or min(step_no) <> 1""", ids)).as("steps without a gap").isEmpty();
        assertThat(strings("""
                        select c.record_id::text from record_current c
                        join lateral (select * from record_step s where s.volunteer_id = c.volunteer_id
                            and s.record_id = c.record_id order by step_no desc limit 1) s on true
                        where c.volunteer_id = any(:people)
                          and (s.state <> c.state or s.hold is distinct from c.hold)""", ids)).as("the last step is how it stands").isEmpty();
        assertThat(strings("""
                        select a.record_id || ' ' || b.record_id from record_current a join record_current b
                            on a.volunteer_id = b.volunteer_id and a.record_id < b.record_id and a.live_span && b.live_span
                        where a.volunteer_id = any(:people)""", ids)).as("no two live records overlap").isEmpty();
        for (Long id : ids) {
            assertThat(divergences.ofRecords(id - 1, id)).isEmpty();
            assertThat(divergences.ofTotals(id - 1, id)).isEmpty();
        }
        assertThat(activityTotals("record_activity_total"))
                .as("totals of activities")
                .isEqualTo(activityTotals("record_share"));
    }

    private void rebuildChangesNothing() {
        List<String> standings = standings();
        List<String> live = personTotals();
        List<String> ofActivities = activityTotals("record_activity_total");
        assertThat(ours(rebuild())).as("standings that differ").isEmpty();
        transaction.executeWithoutResult(_ -> records.rebuildTotals());
        assertThat(standings()).isEqualTo(standings);
        assertThat(personTotals()).isEqualTo(live);
        assertThat(activityTotals("record_activity_total")).isEqualTo(ofActivities);
    }

    /** Somebody meddles with how a person's records stand. */
    private void rebuildMends() {
        List<String> standings = standings();
        List<String> totals = personTotals();
        int meddled = jdbc.sql("""
                        update record_current set state = 'VOID', hold = null, live_span = null, service_minutes = 7,
                            category = '99', region_code = '000000', counts_on = counts_on - interval '1 day'
                        where volunteer_id = :person""").param("person", people.getFirst().id()).update();
        assertThat(ours(rebuild())).hasSize(meddled).isNotEmpty();
        assertThat(standings()).isEqualTo(standings);
        assertThat(personTotals()).isEqualTo(totals);
    }

    private List<RecordKey> rebuild() {
        return Objects.requireNonNull(transaction.execute(_ -> records.rebuildStandings()))
                .records();
    }

    private List<RecordKey> ours(List<RecordKey> keys) {
        return keys.stream()
                .filter(key -> people.stream().anyMatch(p -> p.id() == key.volunteerId()))
                .toList();
    }

    private List<String> standings() {
        return strings(
                "select to_jsonb(c)::text from record_current c where volunteer_id = any(:people) order by record_id",
                people.stream().map(VolunteerView::id).toArray(Long[]::new));
    }

    private List<String> personTotals() {
        return strings("""
                        select concat_ws(' ', volunteer_id, year, category, credit_minutes, honour_minutes, records)
                        from record_total where volunteer_id = any(:people) and records > 0 order by 1""", people.stream().map(VolunteerView::id).toArray(Long[]::new));
    }

    private List<String> activityTotals(String table) {
        return strings(
                """
                        select concat_ws(' ', activity_id, service_date, category, sum(credit_minutes),
                            sum(honour_minutes), sum(waiting_minutes), sum(records))
                        from %s where activity_id = any(:people) group by activity_id, service_date, category
                        having sum(records) > 0 order by 1""".formatted(table), activities.stream().map(ActivityView::id).toArray(Long[]::new));
    }

    private List<String> strings(String sql, Long[] ids) {
        return jdbc.sql(sql)
                .param("people", ids)
                .query((row, i) -> row.getString(1))
                .list();
    }

    /**
     * A command with what the model expects of it.
     *
     * @param name for messages
     * @param expected "done" or the code of a refusal
     * @param real what to do
     */
    private record Command(String name, String expected, Runnable real) {}
}
