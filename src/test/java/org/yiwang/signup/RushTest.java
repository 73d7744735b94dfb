package org.yiwang.signup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.account.BenchTokens;
import org.yiwang.activity.ActivityView;
import org.yiwang.kernel.Ids;
import org.yiwang.platform.Vault;
import org.yiwang.signup.SignUpView.State;
import org.yiwang.testing.ActivityFixture;
import org.yiwang.testing.City;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.Crowd;
import org.yiwang.testing.TeamFixture;
import org.yiwang.testing.TestClock;

@CityTest
class RushTest {

    @Autowired
    private SignUpStore signUps;

    @Autowired
    private PlaceStore places;

    @Autowired
    private ActivityFixture activities;

    @Autowired
    private DataSource database;

    @Autowired
    private Vault vault;

    @Autowired
    private TestClock clock;

    private TeamFixture.Team team;
    private Rush rush;

    @BeforeEach
    void start() {
        clock.reset();
        team = TeamFixture.team();
        rush = new Rush(City.port());
    }

    @AfterEach
    void stop() {
        rush.close();
    }

    private List<Crowd.Person> crowd(int size) {
        return Crowd.of(database, new BenchTokens(vault), size);
    }

    private static <T> List<T> together(List<Callable<T>> calls) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    private List<SignUp> waiting(ActivityView activity) {
        return signUps.waiting(key(activity), 0, 100_000);
    }

    private static Shift.Key key(ActivityView activity) {
        return new Shift.Key(activity.id(), activity.shifts().getFirst().id());
    }

    @Test
    void two_thousand_people_at_once_get_fifty_places_one_waiting_list_and_true_answers() throws Exception {
        ActivityView activity = activities.published(team.id(), 50);
        long shift = activity.shifts().getFirst().id();
        List<Callable<Rush.Answer>> calls = new ArrayList<>();
        crowd(2000).forEach(p -> calls.add(() -> rush.apply(p, activity.id(), shift, "k" + p.id())));
        long seed = System.nanoTime();
        Collections.shuffle(calls, new Random(seed));

        List<Rush.Answer> answers = together(calls);

        assertThat(answers)
                .as("seed %s", seed)
                .allSatisfy(a -> assertThat(a.status()).isEqualTo(200));
        Map<State, Long> states =
                answers.stream().collect(Collectors.groupingBy(a -> State.valueOf(a.state()), Collectors.counting()));
        assertThat(states).isEqualTo(Map.of(State.ACCEPTED, 50L, State.WAITING, 1950L));
        assertThat(answers.stream()
                        .map(Rush.Answer::position)
                        .filter(p -> p > 0)
                        .sorted())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 1950).boxed().toList());

        Map<Long, Integer> inList = new HashMap<>();
        waiting(activity).forEach(s -> inList.put(s.id(), inList.size() + 1));
        for (Rush.Answer answer : answers) {
            SignUp row = signUps.find(activity.id(), Ids.parse(answer.signUp()).orElseThrow())
                    .orElseThrow();
            assertThat(row.volunteerId()).isEqualTo(answer.person().id());
            assertThat(row.state().name()).isEqualTo(answer.state());
            assertThat(inList.getOrDefault(row.id(), 0)).isEqualTo(answer.position());
        }
        Shift counter = places.ofActivity(activity.id()).getFirst();
        assertThat(counter.taken()).isEqualTo(50);
        assertThat(counter.waiting()).isEqualTo(1950);
    }

    @Test
    void giving_up_and_applying_at_the_same_time_keeps_the_list_in_order_and_every_place_taken() throws Exception {
        ActivityView activity = activities.published(team.id(), 20);
        long shift = activity.shifts().getFirst().id();
        Map<Long, Integer> positions = new HashMap<>();
        List<Crowd.Person> accepted = new ArrayList<>();
        List<Crowd.Person> waitingPeople = new ArrayList<>();
        for (Crowd.Person person : crowd(120)) {
            Rush.Answer answer = rush.apply(person, activity.id(), shift, "a");
            positions.put(person.id(), answer.position());
            (answer.position() == 0 ? accepted : waitingPeople).add(person);
        }
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Collections.shuffle(waitingPeople, random);
        List<Callable<Integer>> calls = new ArrayList<>();
        accepted.subList(0, 15).forEach(p -> calls.add(() -> rush.withdraw(p, activity.id(), shift)));
        waitingPeople.subList(0, 30).forEach(p -> calls.add(() -> rush.withdraw(p, activity.id(), shift)));
        crowd(40)
                .forEach(p ->
                        calls.add(() -> rush.apply(p, activity.id(), shift, "b").status()));
        Collections.shuffle(calls, random);

        assertThat(together(calls))
                .as("seed %s", seed)
                .allSatisfy(s -> assertThat(s).isBetween(200, 204));

        Shift counter = places.ofActivity(activity.id()).getFirst();
        assertThat(counter.taken()).isEqualTo(20);
        List<SignUp> have = signUps.live(activity.id(), List.of(State.ACCEPTED));
        assertThat(have).hasSize(20);
        List<SignUp> wait = waiting(activity);
        assertThat(wait).hasSize(counter.waiting());
        long firstWaiting = wait.stream()
                .map(s -> Objects.requireNonNull(s.waitingNo()))
                .min(Long::compare)
                .orElseThrow();
        assertThat(have.stream().map(s -> positions.get(s.volunteerId())).filter(Objects::nonNull))
                .as("nobody was promoted past somebody who still waits, seed %s", seed)
                .allSatisfy(position -> assertThat(position.longValue()).isLessThan(firstWaiting));
    }

    @Test
    void a_repeated_request_is_answered_the_same_and_wrong_ones_are_refused_by_name() throws Exception {
        ActivityView activity = activities.published(team.id(), 5);
        ActivityView other = activities.published(team.id(), 5);
        long shift = activity.shifts().getFirst().id();
        List<Crowd.Person> people = crowd(2);
        Crowd.Person person = people.getFirst();
        List<Callable<Rush.Answer>> sameKey =
                Collections.nCopies(30, () -> rush.apply(person, activity.id(), shift, "same"));
        assertThat(together(sameKey).stream().distinct()).hasSize(1);
        assertThat(places.ofActivity(activity.id()).getFirst().taken()).isEqualTo(1);

        assertThat(rush.apply(person, activity.id(), shift, "another").state()).isEqualTo("signup.already");
        assertThat(rush.apply(person, other.id(), other.shifts().getFirst().id(), "o")
                        .state())
                .isEqualTo("signup.overlap");
        assertThat(rush.apply(
                                people.get(1),
                                activity.id(),
                                other.shifts().getFirst().id(),
                                "f")
                        .state())
                .isEqualTo("signup.unknown-shift");
        assertThat(rush.apply(people.get(1), person.id(), activity.id(), shift, "p")
                        .state())
                .isEqualTo("signup.not-yours");
        assertThat(rush.apply(new Crowd.Person(person.id(), "forged"), activity.id(), shift, "same")
                        .state())
                .isEqualTo("access.sign-in-first");
    }
}
