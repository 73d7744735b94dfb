package org.yiwang.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yiwang.testing.Refusals.refused;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.activity.ActivityView;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Role;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TeamFixture;
import org.yiwang.testing.TeamFixture.Team;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.VolunteerFixture;
import org.yiwang.volunteer.VolunteerProblem;
import org.yiwang.volunteer.VolunteerView;

/** Team and volunteer say what they think of each other after service, and neither sees it first. */
@CityTest
class EvaluationsTest {

    private static final Voice GOOD = new Voice(3, 3, null, "工具再多几把就好了");

    @Autowired
    private Evaluations evaluations;

    @Autowired
    private Voices voices;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private DossierDesk desk;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    private Team team;

    @BeforeEach
    void begin() {
        clock.reset();
        team = TeamFixture.team();
    }

    @Test
    void neither_side_sees_the_other_before_it_has_spoken_itself() {
        VolunteerView person = VolunteerFixture.adult("李雷");
        Actor me = VolunteerFixture.actor(person);
        ActivityView activity = Served.closed(team, person);

        evaluate(activity, person, "1", "带了两个新人");
        assertThat(dossiers.mine(me, person.id()).evaluations()).isEmpty();
        assertThat(dossiers.countHidden(me, person.id())).isOne();
        assertThat(voices.find(me, person.id(), activity.id()).team()).isNull();
        assertThat(voices.find(me, person.id(), activity.id()).teamSpoke()).isTrue();
        assertThat(voices.asked(me)).extracting(Voices.Asked::activityId).contains(activity.id());

        voices.say(me, person.id(), activity.id(), GOOD);
        assertThat(dossiers.mine(me, person.id()).evaluations())
                .extracting(Evaluation::quality, Evaluation::words)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("1", "带了两个新人"));
        assertThat(voices.asked(me)).extracting(Voices.Asked::activityId).doesNotContain(activity.id());
        refused(DossierProblem.BOTH_SPOKE, () -> evaluate(activity, person, "2", null));
        refused(
                DossierProblem.BOTH_SPOKE,
                () -> voices.say(me, person.id(), activity.id(), new Voice(1, null, null, null)));
    }

    @Test
    void when_the_time_has_run_out_each_sees_what_there_is_and_nobody_speaks_any_more() {
        VolunteerView person = VolunteerFixture.adult("韩梅梅");
        Actor me = VolunteerFixture.actor(person);
        ActivityView activity = Served.closed(team, person);
        evaluate(activity, person, "2", null);
        clock.advance(Duration.ofDays(30).minusSeconds(1));
        assertThat(dossiers.of(person.id()).evaluations()).isEmpty();

        clock.advance(Duration.ofSeconds(1));
        assertThat(dossiers.of(person.id()).evaluations()).hasSize(1);
        refused(DossierProblem.TIME_OVER, () -> voices.say(me, person.id(), activity.id(), GOOD));
        refused(DossierProblem.TIME_OVER, () -> evaluate(activity, person, "1", null));
    }

    @Test
    void until_then_each_may_change_its_mind_and_what_was_said_before_is_kept() {
        VolunteerView person = VolunteerFixture.adult("王芳");
        Actor me = VolunteerFixture.actor(person);
        ActivityView activity = Served.closed(team, person);
        evaluate(activity, person, "3", "来得晚了些");
        evaluate(activity, person, "2", null);

        voices.say(me, person.id(), activity.id(), GOOD);
        assertThat(dossiers.of(person.id()).evaluations())
                .extracting(Evaluation::quality)
                .containsExactly("2");
        assertThat(jdbc.sql("select count(*) from dossier_evaluation where volunteer_id = ?")
                        .param(person.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThatThrownBy(() -> jdbc.sql("update dossier_evaluation set quality = '1' where volunteer_id = ?")
                        .param(person.id())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("append-only");
    }

    @Test
    void nobody_evaluates_oneself_nor_without_right_nor_below_good_without_a_reason() {
        VolunteerView person = VolunteerFixture.adult("赵静");
        VolunteerView stranger = VolunteerFixture.adult("钱勇");
        ActivityView activity = Served.closed(team, person, team.leader());

        refused(DossierProblem.REASON_NEEDED, () -> evaluate(activity, person, "4", " "));
        refused(DossierProblem.QUALITY_UNKNOWN, () -> evaluate(activity, person, "9", null));
        refused(DossierProblem.OWN_MATTER, () -> evaluate(activity, team.leader(), "1", null));
        refused(DossierProblem.NOT_SERVED, () -> evaluate(activity, stranger, "1", null));
        refused(
                DossierProblem.NOT_SERVED,
                () -> voices.say(VolunteerFixture.actor(stranger), stranger.id(), activity.id(), GOOD));
        refused(
                VolunteerProblem.NOT_YOURS,
                () -> voices.say(VolunteerFixture.actor(stranger), person.id(), activity.id(), GOOD));
        refused(
                DossierProblem.NOTHING_SAID,
                () -> voices.say(
                        VolunteerFixture.actor(person), person.id(), activity.id(), new Voice(null, null, null, "好")));
        Actor elsewhere = TeamFixture.team().admin();
        refused(Actor.AccessProblem.OUT_OF_SCOPE, () -> evaluations.crew(elsewhere, activity.id()));
        refused(Actor.AccessProblem.OUT_OF_SCOPE, () -> evaluations.heard(elsewhere, activity.id()));
        ActivityView running = Served.open(TeamFixture.team(), stranger);
        refused(DossierProblem.NOT_CLOSED, () -> evaluations.crew(Actor.SYSTEM, running.id()));
    }

    @Test
    void the_team_hears_sums_of_three_and_one_voice_more_changes_nothing() {
        VolunteerView[] people = new VolunteerView[5];
        for (int i = 0; i < people.length; i++) {
            people[i] = VolunteerFixture.adult("志愿者" + (char) ('甲' + i));
        }
        ActivityView activity = Served.closed(team, people);
        List<Judgement> all = java.util.Arrays.stream(people)
                .map(p -> new Judgement(p.id(), "2", null, null))
                .toList();
        assertThat(evaluations.evaluate(team.admin(), activity.id(), all)).isEqualTo(5);
        for (int i = 0; i < 4; i++) {
            Voice voice = new Voice(i == 3 ? 1 : 3, 2, null, "第" + i + "句");
            clock.advance(Duration.ofMinutes(1));
            voices.say(VolunteerFixture.actor(people[i]), people[i].id(), activity.id(), voice);
            Evaluations.Heard heard = evaluations.heard(team.admin(), activity.id());
            assertThat(heard.sums().voices()).isEqualTo(i < 2 ? 0 : 3);
            assertThat(heard.words()).hasSize(i < 2 ? 0 : 3).doesNotContain("第3句");
            if (i >= 2) {
                assertThat(heard.sums().answers().getFirst()).isEqualTo(new VoiceSums.Answers("safety", 3, 0, 0));
            }
        }
        assertThat(voices.of(team.id())).isEmpty();
        clock.advance(Duration.ofMinutes(1));
        voices.say(VolunteerFixture.actor(people[4]), people[4].id(), activity.id(), GOOD);
        assertThat(voices.of(team.id()).orElseThrow().shares().getFirst().percent())
                .isEqualTo(80);
    }

    @Test
    void a_volunteer_who_spoke_first_is_not_heard_before_the_team_has_spoken() {
        VolunteerView[] people = {
            VolunteerFixture.adult("周甲"), VolunteerFixture.adult("周乙"), VolunteerFixture.adult("周丙")
        };
        ActivityView activity = Served.closed(team, people);
        for (VolunteerView person : people) {
            voices.say(VolunteerFixture.actor(person), person.id(), activity.id(), GOOD);
        }
        assertThat(evaluations.heard(team.admin(), activity.id()).sums()).isEqualTo(VoiceSums.NONE);

        clock.advance(Duration.ofDays(30));
        assertThat(evaluations.heard(team.admin(), activity.id()).sums().voices())
                .isEqualTo(3);
    }

    @Test
    void of_two_leaders_at_once_one_evaluates_and_the_other_is_shown_it() throws Exception {
        VolunteerView person = VolunteerFixture.adult("孙伟");
        Actor other = PeopleFixture.leader(Role.CAPTAIN, team.id());
        Actor admin = team.admin();
        ActivityView activity = Served.closed(team, person);
        Judgement one = new Judgement(person.id(), "1", null, null);
        Judgement two = new Judgement(person.id(), "2", null, null);

        List<Boolean> won = atOnce(
                () -> tries(() -> evaluations.evaluate(admin, activity.id(), List.of(one))),
                () -> tries(() -> evaluations.evaluate(other, activity.id(), List.of(two))));

        assertThat(won).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void when_both_speak_at_the_same_moment_both_see_it_afterwards() throws Exception {
        for (int round = 0; round < 4; round++) {
            clock.reset();
            VolunteerView person = VolunteerFixture.adult("吴磊");
            Actor me = VolunteerFixture.actor(person);
            Actor admin = team.admin();
            ActivityView activity = Served.closed(team, person);

            atOnce(
                    () -> tries(() -> evaluations.evaluate(
                            admin, activity.id(), List.of(new Judgement(person.id(), "1", null, null)))),
                    () -> tries(() -> {
                        voices.say(me, person.id(), activity.id(), GOOD);
                        return 1;
                    }));

            assertThat(dossiers.of(person.id()).evaluations()).hasSize(1);
            assertThat(voices.find(me, person.id(), activity.id()).opened()).isTrue();
        }
    }

    @Test
    void an_objection_is_answered_and_a_correction_shows_at_once() {
        VolunteerView person = VolunteerFixture.adult("郑洁");
        Actor me = VolunteerFixture.actor(person);
        ActivityView activity = Served.closed(team, person);
        evaluate(activity, person, "3", "来得晚了些");
        Evaluation said =
                evaluations.crew(team.admin(), activity.id()).mates().getFirst().said();
        long entry = java.util.Objects.requireNonNull(said).mark().entryId();
        refused(DossierProblem.UNKNOWN, () -> dossiers.object(me, person.id(), entry, "我没有迟到"));
        voices.say(me, person.id(), activity.id(), GOOD);

        dossiers.object(me, person.id(), entry, "我没有迟到");
        refused(DossierProblem.ALREADY_OBJECTED, () -> dossiers.object(me, person.id(), entry, "真的"));
        assertThat(desk.waiting(team.admin()))
                .filteredOn(e -> e.mark().entryId() == entry)
                .first()
                .satisfies(e -> assertThat(e.objection()).contains("我没有迟到"));

        desk.correct(team.admin(), person.id(), entry, new Judgement(person.id(), "1", null, entry), "查了签到记录，没有迟到");
        assertThat(dossiers.of(person.id()).evaluations())
                .extracting(Evaluation::quality)
                .containsExactly("1");
        assertThat(desk.waiting(team.admin())).noneMatch(e -> e.mark().entryId() == entry);
        refused(DossierProblem.NOT_LIVE, () -> desk.keep(team.admin(), person.id(), entry, "晚了"));
    }

    private int evaluate(ActivityView activity, VolunteerView person, String quality, @Nullable String words) {
        Long seen = null;
        for (Mate mate : evaluations.crew(team.admin(), activity.id()).mates()) {
            Evaluation said = mate.said();
            if (mate.volunteerId() == person.id() && said != null) {
                seen = said.mark().entryId();
            }
        }
        return evaluations.evaluate(
                team.admin(), activity.id(), List.of(new Judgement(person.id(), quality, words, seen)));
    }

    private static boolean tries(Callable<Integer> command) throws Exception {
        try {
            return command.call() > 0;
        } catch (Refusal refusal) {
            assertThat(refusal.problem()).isEqualTo(DossierProblem.EVALUATED_MEANWHILE);
            return false;
        }
    }

    private static List<Boolean> atOnce(Callable<Boolean> one, Callable<Boolean> two) throws Exception {
        try (var pool = Executors.newFixedThreadPool(2)) {
            var done = pool.invokeAll(List.of(one, two));
            return List.of(done.get(0).get(), done.get(1).get());
        }
    }
}
