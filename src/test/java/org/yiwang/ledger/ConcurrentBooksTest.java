package org.yiwang.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiwang.ledger.MixedCommand.Stock;
import org.yiwang.ledger.MixedCommand.What;

/** Many at once on few accounts: nothing is lost or made, nobody falls below a limit, nobody waits forever. {@code -Dseed=…} gives the same commands. */
class ConcurrentBooksTest {

    private static final Logger log = LoggerFactory.getLogger(ConcurrentBooksTest.class);
    private static final int COMMANDS = 2_000;
    private static final int OWNERS = 12;

    /** What may be refused when others were first; anything else, a deadlock above all, is a fault. */
    static final Set<String> MAY_BE_REFUSED = Set.of(
            "ledger.limit",
            "ledger.spent",
            "ledger.reversed-already",
            "ledger.not-reversible",
            "ledger.hold-over",
            "ledger.hold-exceeded",
            "ledger.key-used");

    private final Map<String, String> byKey = new ConcurrentHashMap<>();
    /** As many as the pool has: who waits for one waits here, for as long as it takes, and not at the pool for half a minute. */
    private final Semaphore connections = new Semaphore(16);

    @Test
    void two_thousand_commands_at_once_keep_the_sum_zero_and_nobody_below_a_limit() {
        long seed = Long.getLong("seed", System.nanoTime());
        log.info("-Dseed={}", seed);
        try (TestBooks books = new TestBooks()) {
            Stock stock = Stock.opened(books, OWNERS);
            Map<String, Integer> outcomes = new TreeMap<>();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<String>> all = new ArrayList<>();
                for (int i = 0; i < COMMANDS; i++) {
                    // Every tenth is the one before it once more, at the same time and under the same key.
                    int command = i % 10 == 9 ? i - 1 : i;
                    all.add(threads.submit(() -> outcome(books, stock, command, new Random(seed + command))));
                }
                for (Future<String> one : all) {
                    outcomes.merge(one.get(), 1, Integer::sum);
                }
            }
            log.info("{}", outcomes);
            for (What what : What.values()) {
                assertThat(outcomes).containsKey(what.name());
            }
            assertThat(outcomes).containsKey("ledger.limit");
            compare(books, stock);
        } catch (AssertionError | Exception e) {
            throw new AssertionError("-Dseed=" + seed + ": " + e.getMessage(), e);
        }
    }

    private void compare(TestBooks books, Stock stock) {
        assertThat(books.divergences()).isEmpty();
        assertThat(number(books, "select sum(balance) from ledger_account")).isZero();
        assertThat(number(books, "select count(*) from ledger_account where balance - held < lower_limit"))
                .isZero();
        assertThat(books.jdbc
                        .sql("select transfer_id from ledger_transfer where kind <> 'EXPIRY'")
                        .query((row, i) -> row.getLong("transfer_id"))
                        .set())
                .as("each key moved once, and nothing moved that was not answered")
                .containsExactlyInAnyOrderElementsOf(Set.copyOf(stock.transfers()));
    }

    private String outcome(TestBooks books, Stock stock, int number, Random random) throws InterruptedException {
        connections.acquire();
        try {
            MixedCommand command = MixedCommand.any("key-" + number, stock, books.today(), random);
            String outcome = command.outcome(books);
            if (outcome.startsWith("ledger.")) {
                assertThat(outcome).isIn(MAY_BE_REFUSED);
                return outcome;
            }
            if (command.makes()) {
                String earlier = byKey.putIfAbsent(command.key(), outcome);
                assertThat(earlier).as("answer under %s", command.key()).isIn(null, outcome);
            }
            command.keep(outcome, stock);
            return command.what().name();
        } finally {
            connections.release();
        }
    }

    private static long number(TestBooks books, String sql) {
        return books.jdbc.sql(sql).query(Long.class).single();
    }
}
