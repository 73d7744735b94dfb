package org.yiwang.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.activity.ActivityCorrections;
import org.yiwang.activity.ActivityDesk;
import org.yiwang.activity.ActivityView;
import org.yiwang.activity.ShiftMove;
import org.yiwang.activity.ShiftView;
import org.yiwang.attendance.AttendanceDesk;
import org.yiwang.attendance.Direction;
import org.yiwang.attendance.ForgottenCheckOuts;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.Refusal;
import org.yiwang.platform.Projection;
import org.yiwang.signup.SignUpDesk;
import org.yiwang.signup.SignUps;
import org.yiwang.testing.ActivityFixture;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.TeamFixture;
import org.yiwang.testing.TestClock;
import org.yiwang.volunteer.VolunteerView;

/**
 * What is kept beside sign-ups and attendance is what is computed from them, after whatever people do; that of records is
 * held against them where records live at random.
 */
@CityTest
class RebuildTest {

    private static final Logger log = LoggerFactory.getLogger(RebuildTest.class);

    /** What people must have done for the comparison to say something. */
    private static final Set<String> WANTED =
            Set.of("apply", "give up", "capacity", "call off", "postpone", "come", "leave", "no-show", "cut short");

    /** One or two towns see all of it, mostly; what chance leaves out, a further town shows. */
    private static final int MOST_TOWNS = 20;

    @Autowired
    private List<Projection> projections;

    @Autowired
    private SignUps signUps;

    @Autowired
    private SignUpDesk desk;

    @Autowired
    private AttendanceDesk attendance;

    @Autowired
    private ForgottenCheckOuts forgotten;

    @Autowired
    private ActivityDesk activities;

    @Autowired
    private ActivityCorrections corrections;

    @Autowired
    private ActivityFixture fixture;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private final Set<String> done = new TreeSet<>();
    private final List<ActivityView> held = new ArrayList<>();
    private final List<VolunteerView> people = new ArrayList<>();
    private TeamFixture.Team team;
    private Actor leader;
    private Random random;

    @BeforeEach
    void start() {
        clock.reset();
        long seed = Long.getLong("seed", System.nanoTime());
        log.info("-Dseed={}", seed);
        random = new Random(seed);
        settle();
    }

    /** Another team with activities and people of its own. */
    private void settle() {
        team = TeamFixture.team();
        leader = team.admin();
        held.clear();
        people.clear();
        for (int i = 0; i < 5; i++) {
            // The first two at the same time, the next two an hour later.
            held.add(fixture.published(
                    team.id(),
                    fixture.shift(Duration.ofHours(24 + i / 2), 120, 2),
                    fixture.shift(Duration.ofHours(48 + i), 120, 1)));
        }
        for (String name : List.of("甲", "乙", "丙", "丁", "戊", "己")) {
            people.add(TeamFixture.volunteer(name));
        }
    }

    @Test
    void what_the_command_line_names_is_what_modules_offer() {
        assertThat(projections.stream().map(Projection::word))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(Rebuild.WORDS);
    }

    @Test
    void whatever_people_do_the_places_and_check_ins_kept_are_those_computed() {
        play();
        for (int town = 1; town < MOST_TOWNS && !done.containsAll(WANTED); town++) {
            settle();
            play();
        }
        assertThat(done).containsAll(WANTED);
    }

    private void play() {
        for (int i = 0; i < 120; i++) {
            // What is rare is tried at least once.
            beforeItBegins(i == 30 ? 0 : i == 60 ? 1 : random.nextInt(24));
        }
        agree();
        clock.set(held.getFirst().period().start().plusSeconds(300));
        for (int i = 0; i < 60; i++) {
            whileItRuns(i == 10 ? 0 : i == 40 ? 1 : 2 + random.nextInt(7));
        }
        agree();
        clock.advance(Duration.ofDays(3));
        forgotten.lookAfter();
        agree();
    }

    @Test
    void what_somebody_meddled_with_is_mended_and_named() {
        ActivityView activity = held.getFirst();
        ShiftView shift = activity.shifts().getFirst();
        VolunteerView one = people.getFirst();
        apply(one, shift);
        clock.set(shift.period().start().plusSeconds(60));
        attendance.tick(leader, activity.id(), one.id(), Direction.IN, "手机没电");
        List<String> before = kept();
        jdbc.sql("update signup_shift set taken = 0, waiting = 7 where activity_id = :id")
                .param("id", activity.id())
                .update();
        jdbc.sql("update signup_commitment set held = false where volunteer_id = :id")
                .param("id", one.id())
                .update();
        jdbc.sql("delete from attendance_open where volunteer_id = :id")
                .param("id", one.id())
                .update();

        assertThat(ours("places"))
                .contains("Shift " + Ids.text(shift.id()) + " of activity " + Ids.text(activity.id())
                        + " had counted otherwise.");
        assertThat(ours("check-ins"))
                .containsExactly("Volunteer " + Ids.text(one.id()) + " was taken to be somewhere else.");
        assertThat(kept()).isEqualTo(before);
    }

    private void beforeItBegins(int what) {
        VolunteerView one = people.get(random.nextInt(people.size()));
        ActivityView activity = held.get(random.nextInt(held.size()));
        ShiftView shift = activity.shifts().get(random.nextInt(2));
        switch (what) {
            case 0 ->
                tried("capacity", () -> {
                    activities.changeCapacity(leader, activity.id(), shift.id(), 1 + random.nextInt(3));
                });
            case 1 ->
                tried("call off", () -> {
                    // Not those that are to be held.
                    activities.cancel(leader, held.getLast().id(), "场地停用，改日再办");
                });
            case 2, 3 ->
                tried("postpone", () -> {
                    Instant later = shift.period().start().plus(Duration.ofMinutes(30));
                    activities.postpone(
                            leader,
                            activity.id(),
                            List.of(new ShiftMove(shift.id(), new Period(later, later.plus(Duration.ofHours(2))))),
                            "下雨，推迟半小时");
                });
            case 4, 5, 6, 7 ->
                tried("give up", () -> {
                    signUps.withdraw(TeamFixture.actor(one), one.id(), activity.id(), shift.id());
                });
            default -> tried("apply", () -> apply(one, shift));
        }
    }

    private void whileItRuns(int what) {
        VolunteerView one = people.get(random.nextInt(people.size()));
        ActivityView activity = held.get(random.nextInt(4));
        clock.advance(Duration.ofMinutes(2));
        switch (what) {
            case 0, 2 ->
                desk.rosters(leader, activity.id()).stream()
                        .flatMap(roster -> roster.entries().stream())
                        .forEach(entry -> tried("no-show", () -> {
                            desk.noShow(leader, activity.id(), entry.signUp().id());
                        }));
            case 1 ->
                // Whichever are under way then, after all that was postponed.
                held.forEach(each -> tried("cut short", () -> {
                    corrections.cutShort(leader, each.id(), clock.instant().plus(Duration.ofMinutes(20)), "雷雨大风");
                }));
            case 3, 4 ->
                open(one)
                        .forEach(where ->
                                tried("leave", () -> attendance.tick(leader, where, one.id(), Direction.OUT, "手机没电")));
            default -> tried("come", () -> attendance.tick(leader, activity.id(), one.id(), Direction.IN, "手机没电"));
        }
    }

    private List<Long> open(VolunteerView one) {
        return jdbc.sql("select activity_id from attendance_open where volunteer_id = :id")
                .param("id", one.id())
                .query((row, i) -> row.getLong(1))
                .list();
    }

    private void apply(VolunteerView one, ShiftView shift) {
        signUps.apply(TeamFixture.actor(one), one.id(), shift.activityId(), shift.id(), null, null);
    }

    private void tried(String what, Runnable deed) {
        try {
            deed.run();
            done.add(what);
        } catch (Refusal _) {
            // Often so: what is refused changes nothing.
        }
    }

    private void agree() {
        List<String> before = kept();
        assertThat(ours("places")).isEmpty();
        assertThat(ours("check-ins")).isEmpty();
        assertThat(kept()).isEqualTo(before);
    }

    /** What rebuilding says about the people and activities of this test. */
    private List<String> ours(String word) {
        List<String> said = new ArrayList<>();
        projections.stream()
                .filter(projection -> projection.word().equals(word))
                .forEach(projection -> projection.rebuild(said::add));
        Set<String> ours = new HashSet<>(texts("""
                select signup_id from signup where activity_id = any(:activities)"""));
        held.forEach(activity -> ours.add(Ids.text(activity.id())));
        people.forEach(person -> ours.add(Ids.text(person.id())));
        return said.stream()
                .filter(line -> ours.stream().anyMatch(line::contains))
                .toList();
    }

    private List<String> texts(String sql) {
        return jdbc.sql(sql)
                .param("activities", held.stream().mapToLong(ActivityView::id).toArray())
                .query((row, i) -> Ids.text(row.getLong(1)))
                .list();
    }

    private List<String> kept() {
        return jdbc.sql("""
                        select to_jsonb(s)::text from signup_shift s where activity_id = any(:activities)
                        union all
                        select to_jsonb(c)::text from signup_commitment c where activity_id = any(:activities)
                        union all
                        select to_jsonb(o)::text from attendance_open o where activity_id = any(:activities)
                        order by 1""")
                .param("activities", held.stream().mapToLong(ActivityView::id).toArray())
                .query((row, i) -> row.getString(1))
                .list();
    }
}
