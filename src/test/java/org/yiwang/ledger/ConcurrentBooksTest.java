package org.yiwang.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
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
import org.yiwang.kernel.Refusal;

/** Many at once on few accounts: nothing is lost or made, nobody falls below a limit, nobody waits forever. {@code -Dseed=…} gives the same commands. */
class ConcurrentBooksTest {

    private static final Logger log = LoggerFactory.getLogger(ConcurrentBooksTest.class);
    private static final int COMMANDS = 2_000;
    private static final int OWNERS = 12;
    private static final String BOOK = "points";

    /** What may be refused when others were first; anything else, a deadlock above all, is a fault. */
    private static final Set<String> MAY_BE_REFUSED = Set.of(
            "ledger.limit",
            "ledger.spent",
            "ledger.reversed-already",
            "ledger.not-reversible",
            "ledger.hold-over",
            "ledger.hold-exceeded",
            "ledger.key-used");

    private final List<Long> accounts = new ArrayList<>();
    private final List<Long> transfers = Collections.synchronizedList(new ArrayList<>());
    private final List<Long> holds = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Long> byKey = new ConcurrentHashMap<>();
    /** As many as the pool has: who waits for one waits here, for as long as it takes, and not at the pool for half a minute. */
    private final Semaphore connections = new Semaphore(16);

    private long issuer;

    @Test
    void two_thousand_commands_at_once_keep_the_sum_zero_and_nobody_below_a_limit() {
        long seed = Long.getLong("seed", System.nanoTime());
        log.info("-Dseed={}", seed);
        try (TestBooks books = new TestBooks()) {
            begin(books);
            Map<String, Integer> outcomes = new TreeMap<>();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<String>> all = new ArrayList<>();
                for (int i = 0; i < COMMANDS; i++) {
                    // Every tenth is the one before it once more, at the same time and under the same key.
                    int command = i % 10 == 9 ? i - 1 : i;
                    all.add(threads.submit(() -> outcome(books, command, new Random(seed + command))));
                }
                for (Future<String> one : all) {
                    outcomes.merge(one.get(), 1, Integer::sum);
                }
            }
            log.info("{}", outcomes);
            assertThat(outcomes).containsKeys("issue", "transfer", "hold", "capture", "release", "reverse", "expire");
            assertThat(outcomes).containsKey("ledger.limit");
            compare(books);
        } catch (AssertionError | Exception e) {
            throw new AssertionError("-Dseed=" + seed + ": " + e.getMessage(), e);
        }
    }

    private void begin(TestBooks books) {
        books.book(BOOK);
        issuer = books.open(BOOK, "issuer", null);
        for (int i = 0; i < OWNERS; i++) {
            accounts.add(books.open(BOOK, "owner " + i, i == 0 ? -100L : 0L));
        }
    }

    private void compare(TestBooks books) {
        assertThat(books.divergences()).isEmpty();
        assertThat(number(books, "select sum(balance) from ledger_account")).isZero();
        assertThat(number(books, "select count(*) from ledger_account where balance - held < lower_limit"))
                .isZero();
        assertThat(books.jdbc
                        .sql("select transfer_id from ledger_transfer where kind <> 'EXPIRY'")
                        .query((row, i) -> row.getLong("transfer_id"))
                        .set())
                .as("each key moved once, and nothing moved that was not answered")
                .containsExactlyInAnyOrderElementsOf(Set.copyOf(transfers));
    }

    private String outcome(TestBooks books, int command, Random random) throws InterruptedException {
        connections.acquire();
        try {
            return play(books, "key " + command, random);
        } catch (Refusal refusal) {
            assertThat(refusal.problem().code()).isIn(MAY_BE_REFUSED);
            return refusal.problem().code();
        } finally {
            connections.release();
        }
    }

    private String play(TestBooks books, String key, Random random) {
        LocalDate day = books.today().plusDays(random.nextInt(30));
        List<Long> some = new ArrayList<>(accounts);
        Collections.shuffle(some, random);
        long amount = 1 + random.nextInt(60);
        switch (random.nextInt(16)) {
            case 0, 1 -> {
                long to = some.stream()
                        .filter(a -> !a.equals(accounts.getFirst()))
                        .findFirst()
                        .orElseThrow();
                return moved("issue", key, books.transfer(BOOK, key, Leg.in(to, amount, day), Leg.out(issuer, amount)));
            }
            case 2 -> {
                return moved(
                        "issue",
                        key,
                        books.transfer(
                                BOOK,
                                key,
                                Leg.in(some.get(0), amount),
                                Leg.in(some.get(1), amount),
                                Leg.out(issuer, 2 * amount)));
            }
            case 3, 4, 5, 6 -> {
                return moved(
                        "transfer",
                        key,
                        books.transfer(BOOK, key, Leg.out(some.get(0), amount), Leg.in(some.get(1), amount)));
            }
            case 7 -> {
                return moved(
                        "transfer",
                        key,
                        books.transfer(
                                BOOK,
                                key,
                                Leg.out(some.get(0), amount),
                                Leg.out(some.get(1), 5),
                                Leg.in(some.get(2), 3),
                                Leg.in(some.get(3), amount + 2)));
            }
            case 8, 9 -> {
                holds.add(books.hold(BOOK, key, some.getFirst(), amount, day));
                return "hold";
            }
            case 10, 11 -> {
                return books.in(() -> {
                    long hold = pick(holds, random);
                    return hold == 0
                            ? "nothing"
                            : moved("capture", key, books.capture(key, hold, 1 + amount / 4, issuer));
                });
            }
            case 12 -> {
                return books.in(() -> {
                    long hold = pick(holds, random);
                    if (hold != 0) {
                        books.release(hold);
                    }
                    return hold == 0 ? "nothing" : "release";
                });
            }
            case 13, 14 -> {
                return books.in(() -> {
                    long transfer = pick(transfers, random);
                    return transfer == 0 ? "nothing" : moved("reverse", key, books.reverse(transfer, key));
                });
            }
            default -> {
                books.ledger.expireDue(books.clock.instant().plus(Duration.ofDays(random.nextInt(10))));
                return "expire";
            }
        }
    }

    private String moved(String what, String key, Transfer transfer) {
        Long earlier = byKey.putIfAbsent(key, transfer.id());
        assertThat(earlier).as("answer under %s", key).isIn(null, transfer.id());
        transfers.add(transfer.id());
        return what;
    }

    /** Any of them; 0 if there is none yet. Asked within a transaction, so that others have been before. */
    private static long pick(List<Long> from, Random random) {
        int size = from.size();
        return size == 0 ? 0 : from.get(random.nextInt(size));
    }

    private static long number(TestBooks books, String sql) {
        return books.jdbc.sql(sql).query(Long.class).single();
    }
}
