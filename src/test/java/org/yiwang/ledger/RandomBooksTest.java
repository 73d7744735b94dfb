package org.yiwang.ledger;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiwang.kernel.Refusal;
import org.yiwang.ledger.ModelOfBooks.Purse;

/**
 * Random commands, one after the other, in the real ledger and in a model of purses with coins: the same is refused, and all accounts and
 * lots stand alike. {@code -Dseed=…} repeats a run.
 */
class RandomBooksTest {

    private static final Logger log = LoggerFactory.getLogger(RandomBooksTest.class);
    private static final int COMMANDS = 600;

    /** A run goes on until it has come across everything wanted; one that needs so many never will. */
    private static final int MOST = 10 * COMMANDS;

    private static final String BOOK = "points";

    /** What a run must have come across. */
    private static final Set<String> WANTED = Set.of(
            "transfer done",
            "transfer ledger.limit",
            "transfer ledger.no-expiry-here",
            "transfer again",
            "transfer ledger.key-used",
            "hold done",
            "hold ledger.limit",
            "capture done",
            "capture ledger.hold-over",
            "capture ledger.hold-exceeded",
            "release done",
            "release ledger.hold-over",
            "expire done",
            "reverse done",
            "reverse ledger.spent",
            "reverse ledger.reversed-already",
            "reverse ledger.not-reversible");

    private final Set<String> outcomes = new HashSet<>();
    private final List<Long> accounts = new ArrayList<>();
    private final Map<String, TransferOrder> orders = new TreeMap<>();
    private final Map<String, Transfer> answers = new HashMap<>();
    private final List<Long> done = new ArrayList<>();
    private final Set<Long> reversals = new HashSet<>();
    private final Set<Long> reversed = new HashSet<>();
    private final TestBooks books = new TestBooks();
    private ModelOfBooks model = new ModelOfBooks(0);
    private Random random = new Random();
    private int turn;

    @Test
    void a_ledger_does_as_purses_of_coins_do() {
        long seed = Long.getLong("seed", System.nanoTime());
        log.info("-Dseed={}", seed);
        random = new Random(seed);
        try (books) {
            begin();
            for (turn = 0; turn < COMMANDS || turn < MOST && !outcomes.containsAll(WANTED); turn++) {
                play();
                compare();
            }
            assertThat(books.divergences()).isEmpty();
            assertThat(outcomes).containsAll(WANTED);
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError("-Dseed=" + seed + " at command " + turn + ": " + e.getMessage(), e);
        }
    }

    private void begin() {
        books.book(BOOK);
        long expired = books.ledger.balances(Owner.EXPIRED).getFirst().accountId();
        model = new ModelOfBooks(expired);
        model.purses.put(expired, new Purse(0L));
        open("issuer", null);
        open("owing", -50L);
        for (int i = 0; i < 4; i++) {
            open("owner " + i, 0L);
        }
    }

    private void open(String owner, @Nullable Long limit) {
        long account = books.open(BOOK, owner, limit);
        accounts.add(account);
        model.purses.put(account, new Purse(limit));
    }

    private void play() {
        switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> transfer();
            case 4 -> repeat();
            case 5, 6 -> hold();
            case 7, 8 -> capture();
            case 9 -> release();
            case 10 -> reverse();
            default -> expire();
        }
    }

    private void transfer() {
        List<Leg> legs = legs();
        TransferOrder order = new TransferOrder(BOOK, "transfer " + turn, "turn " + turn, legs);
        expect("transfer", model.refusalOf(legs), () -> transfer(order), id -> {
            model.transfer(id, order.legs());
            done.add(id);
            orders.put(order.key(), order);
        });
    }

    private long transfer(TransferOrder order) {
        Transfer answer = books.in(() -> books.ledger.transfer(order));
        answers.put(order.key(), answer);
        return answer.id();
    }

    /** An order again under its key, as it was or not. */
    private void repeat() {
        if (orders.isEmpty()) {
            return;
        }
        TransferOrder order = pick(List.copyOf(orders.values()));
        if (random.nextBoolean()) {
            assertThat(books.in(() -> books.ledger.transfer(order))).isEqualTo(answers.get(order.key()));
            outcomes.add("transfer again");
        } else {
            TransferOrder other = new TransferOrder(BOOK, order.key(), order.memo() + "!", order.legs());
            expect("transfer", "ledger.key-used", () -> transfer(other), _ -> {});
        }
    }

    /** One account gives and one or two take, or two give and one takes. */
    private List<Leg> legs() {
        List<Long> some = new ArrayList<>(accounts);
        Collections.shuffle(some, random);
        long one = 1 + random.nextInt(40);
        long two = 1 + random.nextInt(20);
        LocalDate lastDay = random.nextInt(3) == 0 ? null : books.today().plusDays(random.nextInt(6));
        Leg in = lastDay == null ? Leg.in(some.get(0), one) : Leg.in(some.get(0), one, lastDay);
        return switch (random.nextInt(3)) {
            case 0 -> List.of(in, Leg.out(some.get(1), one));
            case 1 -> List.of(in, Leg.in(some.get(1), two), Leg.out(some.get(2), one + two));
            default -> List.of(Leg.in(some.get(0), one + two), Leg.out(some.get(1), one), Leg.out(some.get(2), two));
        };
    }

    private void hold() {
        long account = pick(accounts);
        long amount = 1 + random.nextInt(30);
        LocalDate lastDay = books.today().plusDays(random.nextInt(6));
        expect(
                "hold",
                model.purse(account).lacks(amount) ? "ledger.limit" : ModelOfBooks.DONE,
                () -> books.hold(BOOK, "hold " + turn, account, amount, lastDay),
                id -> model.hold(id, account, amount, lastDay));
    }

    private void capture() {
        if (model.holds.isEmpty()) {
            return;
        }
        long hold = pick(latest(List.copyOf(model.holds.keySet())));
        long amount = 1 + random.nextInt(25);
        long to = pick(accounts.stream()
                .filter(account -> account != model.theHold(hold).purse)
                .toList());
        expect(
                "capture",
                model.refusalOfCapture(hold, amount, books.today()),
                () -> books.capture("capture " + turn, hold, amount, to).id(),
                id -> {
                    model.capture(id, hold, amount, to);
                    done.add(id);
                });
    }

    private void release() {
        if (model.holds.isEmpty()) {
            return;
        }
        long hold = pick(latest(List.copyOf(model.holds.keySet())));
        boolean captured = model.theHold(hold).state == HoldState.CAPTURED;
        expect(
                "release",
                captured ? "ledger.hold-over" : ModelOfBooks.DONE,
                () -> {
                    books.release(hold);
                    return hold;
                },
                _ -> model.release(hold, HoldState.RELEASED));
    }

    private void reverse() {
        if (done.isEmpty()) {
            return;
        }
        long transfer = pick(latest(done));
        String expected = reversals.contains(transfer)
                ? "ledger.not-reversible"
                : reversed.contains(transfer) ? "ledger.reversed-already" : model.refusalOfReversal(transfer);
        expect(
                "reverse",
                expected,
                () -> books.reverse(transfer, "reverse " + turn).id(),
                id -> {
                    model.reverse(transfer);
                    done.add(id);
                    reversals.add(id);
                    reversed.add(transfer);
                });
    }

    private void expire() {
        books.clock.advance(Duration.ofDays(random.nextInt(3)));
        expect("expire", ModelOfBooks.DONE, books::expireDue, _ -> model.expire(books.today()));
    }

    private void expect(String what, String expected, LongSupplier command, LongConsumer then) {
        String got = ModelOfBooks.DONE;
        try {
            then.accept(command.getAsLong());
        } catch (Refusal refusal) {
            got = refusal.problem().code();
        }
        assertThat(got).as(what).isEqualTo(expected);
        outcomes.add(what + " " + got);
    }

    private void compare() {
        Map<Long, String> real = books
                .jdbc
                .sql("""
                        select account_id, balance - held || ' free, ' || held || ' held' ||
                            coalesce((select string_agg(last_day || ' ' || remaining - held, ', ' order by last_day, lot_id)
                                from ledger_lot l where l.account_id = a.account_id and remaining > held), '') as stands
                        from ledger_account a""")
                .query((row, i) -> Map.entry(row.getLong("account_id"), row.getString("stands")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        model.purses.forEach((account, purse) -> {
            String lots = String.join(
                    ", ",
                    purse.coins.entrySet().stream()
                            .filter(e -> !e.getKey().equals(ModelOfBooks.LASTING) && e.getValue() > 0)
                            .map(e -> e.getKey().lastDay() + " " + e.getValue())
                            .toList());
            assertThat(real.get(account)).isEqualTo(purse.free() + " free, " + model.held(account) + " held" + lots);
        });
        if (turn % 200 == 0) {
            assertThat(books.divergences()).isEmpty();
        }
    }

    /** The last few, where more happens than to those long gone. */
    private static <T> List<T> latest(List<T> all) {
        return all.subList(Math.max(0, all.size() - 12), all.size());
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
