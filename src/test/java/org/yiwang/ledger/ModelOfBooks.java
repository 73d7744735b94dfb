package org.yiwang.ledger;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a ledger should do, told with purses of coins: coins that expire are spent first, and who may owe has less than no coins. */
final class ModelOfBooks {

    static final String DONE = "done";
    static final Coin LASTING = new Coin(LocalDate.MAX, Long.MAX_VALUE);

    final Map<Long, Purse> purses = new TreeMap<>();
    final Map<Long, List<Moved>> transfers = new TreeMap<>();
    final Map<Long, Held> holds = new TreeMap<>();
    private final long expired;
    private long coins;

    ModelOfBooks(long expired) {
        this.expired = expired;
    }

    /** Coins made together. */
    record Coin(LocalDate lastDay, long made) implements Comparable<Coin> {
        @Override
        public int compareTo(Coin other) {
            return comparing(Coin::lastDay).thenComparing(Coin::made).compare(this, other);
        }
    }

    /** Coins that a transfer put into a purse or, below zero, took out. */
    record Moved(long purse, Coin coin, long number) {}

    static final class Purse {
        final @Nullable Long limit;
        final TreeMap<Coin, Long> coins = new TreeMap<>(Map.of(LASTING, 0L));

        Purse(@Nullable Long limit) {
            this.limit = limit;
        }

        long free() {
            return coins.values().stream().mapToLong(n -> n).sum();
        }

        boolean lacks(long amount) {
            return limit != null && free() - amount < limit;
        }

        TreeMap<Coin, Long> take(long amount, Coin first) {
            TreeMap<Coin, Long> taken = new TreeMap<>();
            long rest = amount;
            List<Coin> order = new ArrayList<>(List.of(first));
            order.addAll(coins.keySet());
            for (Coin coin : order) {
                long some = Math.clamp(rest, 0, Math.max(0, coins.getOrDefault(coin, 0L)));
                give(taken, coin, some);
                give(coins, coin, -some);
                rest -= some;
            }
            give(taken, LASTING, rest);
            give(coins, LASTING, -rest);
            return taken;
        }
    }

    static final class Held {
        final long purse;
        final LocalDate lastDay;
        final TreeMap<Coin, Long> coins;
        HoldState state = HoldState.OPEN;

        Held(long purse, LocalDate lastDay, TreeMap<Coin, Long> coins) {
            this.purse = purse;
            this.lastDay = lastDay;
            this.coins = coins;
        }

        long left() {
            return coins.values().stream().mapToLong(n -> n).sum();
        }
    }

    static void give(TreeMap<Coin, Long> to, Coin coin, long number) {
        to.merge(coin, number, Long::sum);
    }

    Purse purse(long account) {
        return requireNonNull(purses.get(account));
    }

    Held theHold(long id) {
        return requireNonNull(holds.get(id));
    }

    private List<Moved> moved(long transfer) {
        return requireNonNull(transfers.get(transfer));
    }

    long held(long purse) {
        return holds.values().stream()
                .filter(h -> h.purse == purse)
                .mapToLong(Held::left)
                .sum();
    }

    String refusalOf(List<Leg> legs) {
        for (Leg leg : legs.stream().sorted(comparing(Leg::accountId)).toList()) {
            Long limit = purse(leg.accountId()).limit;
            if (leg.lastDay() != null && (limit == null || limit < 0)) {
                return "ledger.no-expiry-here";
            }
        }
        return legs.stream()
                        .anyMatch(leg ->
                                leg.amount() < 0 && purse(leg.accountId()).lacks(-leg.amount()))
                ? "ledger.limit"
                : DONE;
    }

    void transfer(long id, List<Leg> legs) {
        List<Moved> moved = new ArrayList<>();
        for (Leg leg : legs) {
            Purse purse = purse(leg.accountId());
            if (leg.amount() < 0) {
                Coin oldest = purse.coins.firstKey();
                purse.take(-leg.amount(), oldest).forEach((c, n) -> moved.add(new Moved(leg.accountId(), c, -n)));
            } else {
                Coin coin = leg.lastDay() == null ? LASTING : new Coin(leg.lastDay(), coins++);
                give(purse.coins, coin, leg.amount());
                moved.add(new Moved(leg.accountId(), coin, leg.amount()));
            }
        }
        transfers.put(id, moved);
    }

    void hold(long id, long account, long amount, LocalDate lastDay) {
        Purse purse = purse(account);
        holds.put(id, new Held(account, lastDay, purse.take(amount, purse.coins.firstKey())));
    }

    String refusalOfCapture(long id, long amount, LocalDate today) {
        Held hold = theHold(id);
        if (hold.state != HoldState.OPEN || hold.lastDay.isBefore(today)) {
            return "ledger.hold-over";
        }
        return amount > hold.left() ? "ledger.hold-exceeded" : DONE;
    }

    void capture(long id, long hold, long amount, long to) {
        Held from = theHold(hold);
        List<Moved> moved = new ArrayList<>();
        long rest = amount;
        for (Coin coin : List.copyOf(from.coins.keySet())) {
            long some = Math.min(rest, from.coins.getOrDefault(coin, 0L));
            give(from.coins, coin, -some);
            moved.add(new Moved(from.purse, coin, -some));
            rest -= some;
        }
        give(purse(to).coins, LASTING, amount);
        moved.add(new Moved(to, LASTING, amount));
        if (from.left() == 0) {
            from.state = HoldState.CAPTURED;
        }
        transfers.put(id, moved);
    }

    void release(long id, HoldState as) {
        Held hold = theHold(id);
        if (hold.state == HoldState.OPEN) {
            hold.coins.forEach((coin, number) -> give(purse(hold.purse).coins, coin, number));
            hold.coins.clear();
            hold.state = as;
        }
    }

    void expire(LocalDate today) {
        holds.forEach((id, hold) -> {
            if (hold.lastDay.isBefore(today)) {
                release(id, HoldState.EXPIRED);
            }
        });
        for (Purse purse : purses.values()) {
            Map<Coin, Long> due = purse.coins.headMap(new Coin(today, Long.MIN_VALUE));
            long number = due.values().stream().mapToLong(n -> n).sum();
            due.clear();
            give(purse(expired).coins, LASTING, number);
        }
    }

    String refusalOfReversal(long id) {
        List<Moved> moved = moved(id);
        return moved.stream().anyMatch(m -> m.number > 0 && purse(m.purse).lacks(m.number)) ? "ledger.spent" : DONE;
    }

    void reverse(long id) {
        for (Moved moved : moved(id)) {
            Purse purse = purse(moved.purse);
            if (moved.number > 0) {
                purse.take(moved.number, moved.coin);
            } else {
                give(purse.coins, moved.coin, -moved.number);
            }
        }
    }
}
