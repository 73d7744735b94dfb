package org.yiwang.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Role;
import org.yiwang.record.Because;
import org.yiwang.record.PublicNotice;
import org.yiwang.record.RecordCases;
import org.yiwang.record.RecordKey;
import org.yiwang.record.RecordView;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.FoundCases;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.TextMessages;
import org.yiwang.trust.SanctionView.Subject;
import org.yiwang.volunteer.VolunteerView;

/** Whatever happens to records, and in whatever order: the grades kept up to date are those that are computed anew. */
@CityTest
class RandomGradesTest {

    private static final int DEEDS = 60;
    private static final Because WHY = Because.of(0, "record.why.case-over");

    @Autowired
    private TrustGrades grades;

    @Autowired
    private SpotChecks checks;

    @Autowired
    private Sanctions sanctions;

    @Autowired
    private Thanks thanks;

    @Autowired
    private RecordCases records;

    @Autowired
    private PublicNotice notice;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    private final List<VolunteerView> people = new ArrayList<>();
    private final List<TrustScene> scenes = new ArrayList<>();
    private final List<Long> imposed = new ArrayList<>();

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void grades_kept_up_to_date_equal_those_computed_anew() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 2; i++) {
            TrustScene scene = new TrustScene();
            scenes.add(scene);
            people.addAll(scene.scanned);
            people.add(scene.ticked);
        }
        Actor office = PeopleFixture.staff(Role.DISTRICT_OFFICE, "420102");
        Actor city = PeopleFixture.staff(Role.CITY_OFFICE, "4201");
        long sample = checks.draw(city, YearMonth.of(2026, 10), new RegionCode("4201"));
        List<String> done = new ArrayList<>();
        for (int i = 0; i < DEEDS; i++) {
            int deed = random.nextInt(9);
            try {
                act(deed, random, office, city, sample);
                done.add(String.valueOf(deed));
            } catch (Refusal refusal) {
                done.add(deed + ":" + refusal.problem().code());
            }
        }
        grades.gradeDue();
        List<String> live = stored();
        grades.rebuild();

        assertThat(stored()).as("seed %d, deeds %s", seed, done).isEqualTo(live);
        assertThat(done).as("seed %d", seed).filteredOn(d -> d.length() == 1).hasSizeGreaterThan(DEEDS / 3);
    }

    private void act(int deed, Random random, Actor office, Actor city, long sample) {
        TrustScene scene = scenes.get(random.nextInt(scenes.size()));
        VolunteerView person = people.get(random.nextInt(people.size()));
        switch (deed) {
            case 0 -> call(random, city, sample);
            case 1 -> records.freeze(List.of(one(person, random)), WHY);
            case 2 -> records.release(List.of(one(person, random)), WHY);
            case 3 -> shorten(one(person, random));
            case 4 -> {
                if (random.nextInt(3) == 0) {
                    records.declareVoid(List.of(one(person, random)), WHY);
                }
            }
            case 5 -> sanction(random, office, scene, person);
            case 6 ->
                TrustRecords.late(
                        person.id(), scene.team, clock.instant().minus(Duration.ofHours(2 + random.nextInt(200))));
            case 7 -> speak(random, scene);
            default -> {
                clock.advance(Duration.ofHours(random.nextInt(48)));
                notice.countDue();
                if (random.nextBoolean()) {
                    grades.gradeDue();
                }
            }
        }
    }

    private void call(Random random, Actor city, long sample) {
        List<SampleItem> items = checks.work(city, sample).items();
        Outcome outcome = Outcome.values()[random.nextInt(Outcome.values().length)];
        checks.note(city, sample, items.get(random.nextInt(items.size())).no(), outcome, "他说的", random.nextBoolean());
    }

    private void sanction(Random random, Actor office, TrustScene scene, VolunteerView person) {
        if (!imposed.isEmpty() && random.nextBoolean()) {
            Actor colleague = PeopleFixture.staff(Role.DISTRICT_OFFICE, "420102");
            sanctions.lift(colleague, imposed.remove(0), "查错了人");
            return;
        }
        Subject subject = scene.scanned.contains(person) && random.nextBoolean()
                ? Subject.volunteer(person.id())
                : Subject.organization(scene.team.id());
        imposed.add(sanctions.impose(
                office,
                subject,
                random.nextBoolean() ? "mark" : "reminder",
                "虚假时长",
                FoundCases.upheld(scene.activity.id())));
    }

    private void speak(Random random, TrustScene scene) {
        var now = clock.instant();
        clock.set(scene.activity.period().end().plus(Duration.ofDays(1)));
        try {
            String token = thanks.token(scene.team.admin(), scene.activity.id());
            String mobile = PeopleFixture.newMobile();
            thanks.sendCode(token, mobile, "198.51.100." + random.nextInt(250));
            thanks.say(token, mobile, TextMessages.code(mobile), new Thanks.Word(random.nextBoolean(), true, ""));
        } finally {
            clock.set(now);
        }
    }

    private void shorten(RecordKey key) {
        Period served = records.get(key).served();
        records.correct(key, new Period(served.start(), served.end().minusSeconds(300)), WHY);
    }

    private RecordKey one(VolunteerView person, Random random) {
        List<RecordView> live = records.ofVolunteer(person.id());
        if (live.isEmpty()) {
            return TrustRecords.late(
                    person.id(), scenes.getFirst().team, clock.instant().minus(Duration.ofHours(400)));
        }
        return live.get(random.nextInt(live.size())).key();
    }

    /** Of the people of this test: others have written records into the same database without telling. */
    private List<String> stored() {
        return jdbc
                .sql("""
                        select volunteer_id, record_id, activity_id, grade, points, facts::text, rule_version
                        from trust_grade where volunteer_id = any(:people) order by 1, 2""")
                .param("people", people.stream().map(VolunteerView::id).toArray(Long[]::new))
                .query()
                .listOfRows()
                .stream()
                .map(Object::toString)
                .toList();
    }
}
