package org.yiwang.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiwang.kernel.Ids;
import org.yiwang.testing.ServerProcess;

/**
 * The power goes in the middle of two thousand commands: whoever gives them, the server and its PostgreSQL with all it has
 * started are killed at once. On the same folder everything answered is there, once, and the rest can be given again.
 */
class KilledBooksTest {

    private static final Logger log = LoggerFactory.getLogger(KilledBooksTest.class);
    private static final int COMMANDS = 2_000;
    private static final int OWNERS = 12;

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Map<String, MixedCommand> asked = new LinkedHashMap<>();
    private final Map<String, String> answered = new HashMap<>();

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void after_a_kill_in_the_middle_of_two_thousand_commands_every_answer_is_true_and_every_key_keeps_its_own()
            throws Exception {
        log.info("-Dseed={}", seed);
        try (ServerProcess server = ServerProcess.start()) {
            PGSimpleDataSource before = (PGSimpleDataSource) server.database();
            Process commands =
                    BooksProcess.process(before, OWNERS, COMMANDS, seed).start();
            try (BufferedReader said = commands.inputReader(StandardCharsets.UTF_8)) {
                // Two thirds of them are asked before at the latest: it dies while the rest is to come.
                read(said, 100 + new Random(seed).nextInt(COMMANDS * 2 / 3));
                killAll(server, commands);
                read(said, Integer.MAX_VALUE);
            }
            log.info("{} asked, {} answered", asked.size(), answered.size());
            assertThat(asked.size()).as("killed in the middle, seed %d", seed).isBetween(100, COMMANDS - 1);
            server.restart();
            PGSimpleDataSource after = (PGSimpleDataSource) server.database();
            try (TestBooks books = new TestBooks(BooksProcess.pool(
                    after.getUrl(), String.valueOf(after.getUser()), String.valueOf(after.getPassword())))) {
                assertSound(books);
                Map<String, Long> done = done(books);
                assertEveryAnswerIsTrue(done);
                askAgain(books, done);
                assertSound(books);
                assertThat(number(books, "select count(*) from scheduled_tasks where task_name = 'ledger-expiry'"))
                        .as("the job that ends what is due waits for its time")
                        .isOne();
                verifyNamesWhatIsChanged(server, after, books);
            }
        }
    }

    /** Reads what the process says until it has answered so many, or is gone. */
    private void read(BufferedReader said, int answers) throws IOException {
        while (answered.size() < answers) {
            String line = said.readLine();
            if (line == null) {
                return;
            } else if (line.startsWith("? ")) {
                MixedCommand command = MixedCommand.parse(line.substring(2));
                asked.put(command.key(), command);
            } else if (line.startsWith("! ")) {
                String[] words = line.split(" ");
                answered.put(words[1], words[2]);
            } else if (line.startsWith("failed ") && answers < Integer.MAX_VALUE) {
                throw new AssertionError("-Dseed=" + seed + " " + line);
            }
        }
    }

    /** As a power cut does: nobody says a word to anybody. */
    private static void killAll(ServerProcess server, Process commands) throws InterruptedException {
        ProcessHandle postgres = ProcessHandle.of(server.databasePid()).orElseThrow();
        List<ProcessHandle> backends = postgres.descendants().toList();
        // By its handle: destroying the process itself would close what it has said before it is read.
        commands.toHandle().destroyForcibly();
        postgres.destroyForcibly();
        backends.forEach(ProcessHandle::destroyForcibly);
        server.kill9();
        commands.waitFor();
        postgres.onExit().join();
        backends.forEach(backend -> backend.onExit().join());
    }

    private void assertSound(TestBooks books) {
        assertThat(books.divergences()).as("seed %d", seed).isEmpty();
        assertThat(number(books, "select sum(balance) from ledger_account")).isZero();
        assertThat(number(books, "select count(*) from ledger_account where balance - held < lower_limit"))
                .isZero();
    }

    /** What was made, by key. */
    private static Map<String, Long> done(TestBooks books) {
        Map<String, Long> done = new HashMap<>();
        books.jdbc
                .sql("select key, outcome_id from ledger_command")
                .query((row, i) -> done.put(row.getString("key"), row.getLong("outcome_id")))
                .list();
        Set<Long> made = new HashSet<>(books.jdbc.sql("""
                        select transfer_id from ledger_transfer where kind <> 'EXPIRY' union all select hold_id from ledger_hold""").query(Long.class).list());
        assertThat(made).as("each has its key and each key its own").containsExactlyInAnyOrderElementsOf(done.values());
        return done;
    }

    private void assertEveryAnswerIsTrue(Map<String, Long> done) {
        assertThat(asked.keySet()).as("nothing that was not asked").containsAll(done.keySet());
        asked.forEach((key, command) -> {
            String answer = answered.get(key);
            if (answer != null && command.makes()) {
                boolean refused = ConcurrentBooksTest.MAY_BE_REFUSED.contains(answer);
                assertThat(String.valueOf(done.get(key)))
                        .as("seed %d, %s", seed, command)
                        .isEqualTo(refused ? "null" : answer);
            }
        });
    }

    /** Everybody asks again under the same key, all at once, as a phone does that heard nothing. */
    private void askAgain(TestBooks books, Map<String, Long> done) throws Exception {
        Map<String, Future<String>> again = new LinkedHashMap<>();
        try (var threads = Executors.newFixedThreadPool(BooksProcess.AT_ONCE)) {
            asked.forEach((key, command) -> again.put(key, threads.submit(() -> command.outcome(books))));
        }
        for (Map.Entry<String, Future<String>> one : again.entrySet()) {
            Long earlier = done.get(one.getKey());
            String outcome = one.getValue().get();
            if (earlier != null) {
                assertThat(outcome).as("seed %d, %s", seed, one.getKey()).isEqualTo(String.valueOf(earlier));
            } else {
                assertThat(outcome.startsWith("ledger."))
                        .as("seed %d, %s: %s", seed, one.getKey(), outcome)
                        .isEqualTo(ConcurrentBooksTest.MAY_BE_REFUSED.contains(outcome));
            }
        }
    }

    /** Past all that PostgreSQL refuses, somebody raises a balance: the command names the account, and nothing else. */
    private void verifyNamesWhatIsChanged(ServerProcess server, PGSimpleDataSource database, TestBooks books) {
        List<String> words = new ArrayList<>(List.of(
                "ledger",
                "verify",
                "--spring.datasource.url=" + database.getUrl(),
                "--spring.datasource.username=" + database.getUser(),
                "--spring.datasource.password=" + database.getPassword(),
                "--yiwang.data=" + server.folder().resolve("other"),
                "--yiwang.key-file=" + server.folder().resolve("keys")));
        books.jdbc.sql("alter table ledger_account disable trigger user").update();
        long account = books.jdbc.sql("""
                        update ledger_account set balance = balance + 1
                        where account_id = (select max(account_id) from ledger_account) returning account_id""").query(Long.class).single();
        ServerProcess.SecondStart told = ServerProcess.run(words.toArray(String[]::new));
        assertThat(told.said())
                .contains("account " + Ids.text(account) + ": its balance is not the sum of its entries")
                .contains("1 do not agree.");
        assertThat(told.code()).isEqualTo(1);
    }

    private static long number(TestBooks books, String sql) {
        return books.jdbc.sql(sql).query(Long.class).single();
    }
}
