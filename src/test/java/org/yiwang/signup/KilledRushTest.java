package org.yiwang.signup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.account.BenchTokens;
import org.yiwang.kernel.Ids;
import org.yiwang.testing.Crowd;
import org.yiwang.testing.ServerProcess;

class KilledRushTest {

    private static final int KILLS = 10;
    private static final int PEOPLE = 600;
    private static final int CALLERS = 48;
    private static final int CAPACITY = 40;
    private static final long ACTIVITY = 7_000_000_000_000L;

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void after_ten_kills_in_the_middle_of_a_rush_every_answer_given_is_true_and_nothing_is_oversold() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int answered = 0;
        int unanswered = 0;
        try (ServerProcess server = ServerProcess.start()) {
            for (int kill = 1; kill <= KILLS; kill++) {
                long activity = ACTIVITY + kill;
                publish(JdbcClient.create(server.database()), activity);
                List<Crowd.Person> people = Crowd.of(
                        server.database(), new BenchTokens(server.folder().resolve("keys")), PEOPLE);

                List<Rush.Answer> given = rushAndKill(server, people, activity, random);
                server.restart();

                String round = "seed %d, kill %d, %d answers".formatted(seed, kill, given.size());
                assertTrueAnswers(JdbcClient.create(server.database()), activity, given, round);
                assertRepeatsAreHarmless(server, people, activity, given, round);
                answered += given.size();
                unanswered += PEOPLE - given.size();
            }
        }
        assertThat(answered)
                .as("some were answered before the kills, seed %s", seed)
                .isPositive();
        assertThat(unanswered)
                .as("some were under way when it was killed, seed %s", seed)
                .isPositive();
    }

    /** Callers take people one after another; once enough were answered the server is killed while the rest are under way. */
    private static List<Rush.Answer> rushAndKill(
            ServerProcess server, List<Crowd.Person> people, long activity, Random random) throws Exception {
        Queue<Crowd.Person> queue = new ConcurrentLinkedQueue<>(people);
        Queue<Rush.Answer> answers = new ConcurrentLinkedQueue<>();
        int enough = 1 + random.nextInt(PEOPLE / 2);
        long then = TimeUnit.MICROSECONDS.toNanos(random.nextInt(4_000));
        CountDownLatch mayKill = new CountDownLatch(enough);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                Rush rush = new Rush(server.port())) {
            for (int i = 0; i < CALLERS; i++) {
                threads.submit(() -> {
                    for (Crowd.Person person = queue.poll(); person != null; person = queue.poll()) {
                        try {
                            answers.add(rush.apply(person, activity, shift(activity), "key " + person.id()));
                            mayKill.countDown();
                        } catch (IOException _) {
                            // The server died with the call under way: nothing was promised.
                            return;
                        }
                    }
                });
            }
            assertThat(mayKill.await(2, TimeUnit.MINUTES)).isTrue();
            LockSupport.parkNanos(then);
            server.kill9();
        }
        return new ArrayList<>(answers);
    }

    private static void assertTrueAnswers(JdbcClient jdbc, long activity, List<Rush.Answer> given, String round) {
        record Row(String state, int position) {}
        Map<Long, Row> rows = new HashMap<>();
        jdbc.sql("""
                        select signup_id, state, case when state = 'WAITING'
                            then rank() over (partition by state order by waiting_no) else 0 end
                        from signup where activity_id = :activity""")
                .param("activity", activity)
                .query((row, i) -> rows.put(row.getLong(1), new Row(row.getString(2), row.getInt(3))))
                .list();
        for (Rush.Answer answer : given) {
            assertThat(answer.status()).as(round).isEqualTo(200);
            assertThat(rows.get(Ids.parse(answer.signUp()).orElseThrow()))
                    .as(round)
                    .isEqualTo(new Row(answer.state(), answer.position()));
        }
        Shift counter = new PlaceStore(jdbc).ofActivity(activity).getFirst();
        long accepted =
                rows.values().stream().filter(r -> r.state().equals("ACCEPTED")).count();
        long waiting =
                rows.values().stream().filter(r -> r.state().equals("WAITING")).count();
        assertThat(accepted).as(round).isLessThanOrEqualTo(CAPACITY).isEqualTo(counter.taken());
        assertThat(waiting).as(round).isEqualTo(counter.waiting()).isEqualTo(counter.waitingSeq());
        assertThat(waiting == 0 || accepted == CAPACITY).as(round).isTrue();
        assertThat(jdbc.sql("select count(*) from signup_commitment where activity_id = :a and held")
                        .param("a", activity)
                        .query(Long.class)
                        .single())
                .as(round)
                .isEqualTo(accepted);
    }

    /** Everybody asks again with the same key, as a phone does: the answers given stay, the rest get theirs. */
    private static void assertRepeatsAreHarmless(
            ServerProcess server, List<Crowd.Person> people, long activity, List<Rush.Answer> given, String round)
            throws IOException {
        try (Rush rush = new Rush(server.port())) {
            for (Rush.Answer answer : given.subList(0, Math.min(20, given.size()))) {
                assertThat(rush.apply(answer.person(), activity, shift(activity), answer.key()))
                        .as(round)
                        .isEqualTo(answer);
            }
            for (Crowd.Person person : people.subList(PEOPLE - 5, PEOPLE)) {
                Rush.Answer first = rush.apply(person, activity, shift(activity), "key " + person.id());
                assertThat(first.status()).as(round).isEqualTo(200);
                assertThat(rush.apply(person, activity, shift(activity), "key " + person.id()))
                        .as(round)
                        .isEqualTo(first);
            }
        }
    }

    private static long shift(long activity) {
        return activity * 100;
    }

    /** A public activity with one shift in {@code activity - ACTIVITY} days, written directly. */
    private static void publish(JdbcClient jdbc, long activity) {
        String starts = "now() + %d * interval '1 day'".formatted(activity - ACTIVITY);
        for (String sql : List.of("""
                insert into activity (activity_id, organization_id, ancestors, region_code, title, categories, objects,
                    protections, description, address, contact_name, contact_phone, risk_level, risk_note, insurance,
                    accompanied, agreement, subsidy_fen, subsidy_reason, recruit_scope, teams, reviewed, starts_at,
                    last_start_at, ends_at, announced_until, state, published_at, created_by, created_at, search_text, bigrams)
                values (%1$d, 1, '{1}', '420102015001', '抢名额', '{06}', '{10}', '{01}', '', '花桥二村', '测', '1', 0, '无', '',
                    false, false, 0, '', 'PUBLIC', '{}', false, %2$s, %2$s, %2$s + interval '2 hours',
                    now() + interval '30 days', 'PUBLISHED', now(), 1, now(), '', '{}')""", """
                insert into activity_post (activity_id, post_id, name, description, skills, min_own_minutes, qualifications)
                values (%1$d, 1, '岗位', '', '{}', 0, '{}')""", """
                insert into activity_shift (activity_id, shift_id, post_id, starts_at, ends_at, capacity)
                values (%1$d, %1$d * 100, 1, %2$s, %2$s + interval '2 hours', %3$d)""", """
                insert into signup_shift (activity_id, shift_id, capacity, period)
                values (%1$d, %1$d * 100, %3$d, tstzrange(%2$s, %2$s + interval '2 hours'))""")) {
            jdbc.sql(sql.formatted(activity, starts, CAPACITY)).update();
        }
    }
}
