package org.yiwang.signup;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiwang.signup.SignUpView.State;
import org.yiwang.testing.TestDatabase;

class ApplicationsTest {

    private HikariDataSource database;
    private Node one;
    private Node two;

    @BeforeEach
    void start() {
        database = TestDatabase.fresh();
        one = Node.on(database);
        two = one.sibling(database);
    }

    @AfterEach
    void stop() {
        one.close();
        two.close();
        database.close();
    }

    @Test
    void gives_exactly_the_places_there_are_and_one_waiting_list_when_two_nodes_are_rushed() throws Exception {
        one.publish(1, 50, false, 24);
        long seed = System.nanoTime();
        List<Long> people = new ArrayList<>();
        for (long v = 1; v <= 2000; v++) {
            people.add(v);
        }
        Collections.shuffle(people, new Random(seed));
        List<Decision> decisions = together(people.stream()
                .<Callable<Decision>>map(v -> () -> (v % 2 == 0 ? one : two).apply(v, 1, 24, null))
                .toList());

        List<SignUp> rows = one.signUps.live(1, Set.of(State.ACCEPTED, State.WAITING));
        assertThat(rows).as("seed %s", seed).hasSize(2000);
        assertThat(rows.stream().filter(s -> s.state() == State.ACCEPTED)).hasSize(50);
        assertThat(rows.stream().map(SignUp::waitingNo).filter(Objects::nonNull).sorted())
                .containsExactlyElementsOf(
                        java.util.stream.LongStream.rangeClosed(1, 1950).boxed().toList());
        Shift counter = one.places.ofActivity(1).getFirst();
        assertThat(counter.taken()).isEqualTo(50);
        assertThat(counter.waiting()).isEqualTo(1950);
        for (Decision decision : decisions) {
            Decision.Made made = (Decision.Made) decision;
            SignUp row = one.signUps.find(1, made.signUp().id()).orElseThrow();
            assertThat(row.state()).isEqualTo(made.signUp().state());
            assertThat(row.waitingNo()).isEqualTo(made.signUp().waitingNo());
            if (row.state() == State.WAITING) {
                assertThat(made.position())
                        .isEqualTo(Objects.requireNonNull(row.waitingNo()).intValue());
            }
        }
    }

    @Test
    void gives_one_person_only_one_of_two_overlapping_shifts_whichever_nodes_are_asked() throws Exception {
        one.publish(1, 500, false, 24);
        one.publish(2, 500, false, 25);
        List<Callable<Decision>> calls = new ArrayList<>();
        for (long v = 1; v <= 200; v++) {
            long volunteer = v;
            calls.add(() -> one.apply(volunteer, 1, 24, null));
            calls.add(() -> two.apply(volunteer, 2, 25, null));
        }
        long seed = System.nanoTime();
        Collections.shuffle(calls, new Random(seed));
        List<Decision> decisions = together(calls);

        assertThat(decisions.stream().filter(Decision.Made.class::isInstance))
                .as("seed %s", seed)
                .hasSize(200);
        assertThat(decisions.stream().filter(Decision.Overlaps.class::isInstance))
                .hasSize(200);
        List<SignUp> accepted = new ArrayList<>(one.signUps.live(1, Set.of(State.ACCEPTED)));
        accepted.addAll(one.signUps.live(2, Set.of(State.ACCEPTED)));
        assertThat(new HashSet<>(accepted.stream().map(SignUp::volunteerId).toList()))
                .hasSize(200);
        assertThat(one.places.ofActivity(1).getFirst().taken()
                        + one.places.ofActivity(2).getFirst().taken())
                .isEqualTo(200);
    }

    @Test
    void shifts_that_follow_each_other_do_not_overlap() {
        one.publish(1, 5, false, 24, 26);
        assertThat(one.apply(7, 1, 24, null)).isInstanceOf(Decision.Made.class);
        assertThat(one.apply(7, 1, 26, null)).isInstanceOf(Decision.Made.class);
    }

    @Test
    void answers_a_repeated_key_with_the_same_sign_up_even_after_it_was_withdrawn() {
        one.publish(1, 5, false, 24);
        SignUp first = ((Decision.Made) one.apply(7, 1, 24, "k1")).signUp();
        assertThat(two.apply(7, 1, 24, "k1")).isEqualTo(new Decision.Same(first));
        assertThat(two.apply(7, 1, 24, null)).isEqualTo(new Decision.Same(first));
        assertThat(problem(one.apply(7, 1, 24, "k2"))).isEqualTo("signup.already");

        one.signUps.change(List.of(Change.of(first, State.WITHDRAWN, Change.Cause.WITHDRAWN, Node.NOW, 7)));
        assertThat(one.apply(7, 1, 24, "k1"))
                .isInstanceOfSatisfying(
                        Decision.Same.class,
                        same -> assertThat(same.signUp().state()).isEqualTo(State.WITHDRAWN));
        one.jdbc.sql("delete from signup_commitment").update();
        assertThat(one.apply(7, 1, 24, "k3")).isInstanceOf(Decision.Made.class);
    }

    @Test
    void a_double_click_in_one_batch_makes_one_sign_up() {
        one.publish(1, 5, false, 24);
        Application asked = Node.application(7, 1, 24, "k");
        List<Applications.Answer> answers = one.applications.decide(List.of(asked, asked, asked));
        SignUp made = ((Decision.Made) answers.getFirst().decision()).signUp();
        assertThat(answers.get(1).decision()).isEqualTo(new Decision.Same(made));
        assertThat(answers.get(2).decision()).isEqualTo(new Decision.Same(made));
        assertThat(one.places.ofActivity(1).getFirst().taken()).isEqualTo(1);
    }

    @Test
    void tells_the_position_again_when_somebody_who_waits_asks_again() {
        one.publish(1, 1, false, 24);
        for (long v = 1; v <= 4; v++) {
            one.apply(v, 1, 24, null);
        }
        var again = one.applications
                .decide(List.of(Node.application(3, 1, 24, null)))
                .getFirst();
        assertThat(again.position()).isEqualTo(2);
    }

    @Test
    void a_reviewed_activity_gives_no_place_until_the_organizer_decides() {
        one.publish(1, 1, true, 24);
        SignUp applied = ((Decision.Made) one.apply(7, 1, 24, null)).signUp();
        assertThat(applied.state()).isEqualTo(State.APPLIED);
        assertThat(one.places.ofActivity(1).getFirst().taken()).isZero();
    }

    @Test
    void refuses_more_coming_shifts_than_the_quota() {
        int[] hours = {24, 26, 28, 30, 32, 34};
        one.publish(1, 5, false, hours);
        for (int i = 0; i < 5; i++) {
            assertThat(one.apply(7, 1, hours[i], null)).isInstanceOf(Decision.Made.class);
        }
        assertThat(problem(one.apply(7, 1, 34, null))).isEqualTo("signup.quota");
        assertThat(one.apply(8, 1, 34, null)).isInstanceOf(Decision.Made.class);
    }

    @Test
    void refuses_a_shift_of_another_activity_and_somebody_elses_sign_up() {
        one.publish(1, 5, false, 24);
        one.publish(2, 5, false, 24);
        Application foreignShift = new Application(
                7, 7, new Shift.Key(1, 224), org.yiwang.activity.ActivityView.RecruitScope.PUBLIC, -1, null);
        Application foreignPerson = new Application(
                7, 8, new Shift.Key(1, 124), org.yiwang.activity.ActivityView.RecruitScope.PUBLIC, -1, null);
        assertThat(one.applications.decide(List.of(foreignShift, foreignPerson)).stream()
                        .map(a -> problem(a.decision())))
                .containsExactly("signup.unknown-shift", "signup.not-yours");
    }

    @Test
    void one_persons_refusal_in_a_batch_refuses_nobody_else() {
        one.publish(1, 2, false, 24);
        one.publish(2, 2, false, 25);
        one.apply(7, 2, 25, null);
        List<Applications.Answer> answers = one.applications.decide(List.of(
                Node.application(7, 1, 24, null), Node.application(8, 1, 24, null), Node.application(9, 1, 24, null)));
        assertThat(answers.get(0).decision()).isInstanceOf(Decision.Overlaps.class);
        assertThat(answers.get(1).decision()).isInstanceOf(Decision.Made.class);
        assertThat(answers.get(2).decision()).isInstanceOf(Decision.Made.class);
    }

    @Test
    void what_was_read_ahead_of_the_lock_and_became_untrue_is_read_again() {
        one.publish(1, 1, false, 24);
        one.publish(2, 5, false, 25);
        var again = one.applications.prepare(List.of(Node.application(7, 1, 24, "k2")));
        var overlapping =
                one.applications.prepare(List.of(Node.application(7, 2, 25, null), Node.application(8, 2, 25, null)));
        var late = one.applications.prepare(List.of(Node.application(9, 1, 24, null)));
        SignUp first = ((Decision.Made) two.apply(7, 1, 24, "k1")).signUp();
        assertThat(first.state()).isEqualTo(State.ACCEPTED);

        assertThat(problem(again.get().getFirst().decision())).isEqualTo("signup.already");
        assertThat(overlapping.get().stream().map(Applications.Answer::decision).toList())
                .satisfiesExactly(
                        seven -> assertThat(seven).isInstanceOf(Decision.Overlaps.class),
                        eight -> assertThat(eight).isInstanceOf(Decision.Made.class));
        assertThat(late.get().getFirst().decision())
                .isInstanceOfSatisfying(
                        Decision.Made.class,
                        made -> assertThat(made.signUp().state()).isEqualTo(State.WAITING));
    }

    @Test
    void somebody_whose_other_applications_are_under_way_still_meets_the_quota() {
        int[] hours = {24, 26, 28, 30, 32, 34};
        one.publish(1, 5, false, hours);
        var steps = java.util.Arrays.stream(hours)
                .mapToObj(h -> one.applications.prepare(List.of(Node.application(7, 1, h, null))))
                .toList();
        List<Decision> decisions =
                steps.stream().map(step -> step.get().getFirst().decision()).toList();
        assertThat(decisions.subList(0, 5)).allSatisfy(d -> assertThat(d).isInstanceOf(Decision.Made.class));
        assertThat(problem(decisions.get(5))).isEqualTo("signup.quota");
    }

    @Test
    void the_database_itself_refuses_to_oversell_and_to_overlap() {
        one.publish(1, 1, false, 24);
        one.apply(7, 1, 24, null);
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> one.jdbc.sql("update signup_shift set taken = 2").update())
                .isInstanceOf(org.springframework.dao.DataIntegrityViolationException.class);
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> one.jdbc.sql("""
                                insert into signup_commitment (volunteer_id, activity_id, shift_id, signup_id, period, held)
                                select volunteer_id, 9, 9, 9, period, true from signup_commitment""").update())
                .isInstanceOf(org.springframework.dao.DataIntegrityViolationException.class);
    }

    private static String problem(Decision decision) {
        return ((Decision.Refused) decision).why().problem().code();
    }

    private static List<Decision> together(List<Callable<Decision>> calls) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Decision> decisions = new ArrayList<>();
            for (Future<Decision> answer : threads.invokeAll(calls)) {
                decisions.add(answer.get());
            }
            return decisions;
        }
    }
}
