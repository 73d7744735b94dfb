package org.yiwang.ledger;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.Refusal;

/**
 * A command on the books that can be written down in a line, sent to another process and given again as it was.
 *
 * @param what it does
 * @param key under which
 * @param id account of a hold, hold of a capture or release, transfer of a reversal
 * @param amount of a hold or capture; days ahead for an expiry
 * @param legs of a transfer; of a capture its target alone
 */
record MixedCommand(What what, String key, long id, long amount, List<Leg> legs) {

    enum What {
        ISSUE,
        TRANSFER,
        HOLD,
        CAPTURE,
        RELEASE,
        REVERSE,
        EXPIRE
    }

    private static final String BOOK = "points";

    /** What there is to choose from: accounts, the first of which may owe, the one that issues, and what others made by now. */
    record Stock(List<Long> accounts, long issuer, List<Long> transfers, List<Long> holds) {

        static Stock opened(TestBooks books, int owners) {
            books.book(BOOK);
            long issuer = books.open(BOOK, "issuer", null);
            List<Long> accounts = new ArrayList<>();
            for (int i = 0; i < owners; i++) {
                accounts.add(books.open(BOOK, "owner " + i, i == 0 ? -100L : 0L));
            }
            return new Stock(
                    accounts,
                    issuer,
                    Collections.synchronizedList(new ArrayList<>()),
                    Collections.synchronizedList(new ArrayList<>()));
        }
    }

    /** Any command, of what there is by now. */
    static MixedCommand any(String key, Stock stock, LocalDate today, Random random) {
        LocalDate day = today.plusDays(random.nextInt(30));
        List<Long> some = new ArrayList<>(stock.accounts);
        Collections.shuffle(some, random);
        long amount = 1 + random.nextInt(60);
        int kind = random.nextInt(48);
        if (kind < 6) {
            long to = some.stream()
                    .filter(a -> !a.equals(stock.accounts.getFirst()))
                    .findFirst()
                    .orElseThrow();
            return move(What.ISSUE, key, Leg.in(to, amount, day), Leg.out(stock.issuer, amount));
        } else if (kind < 9) {
            return move(
                    What.ISSUE,
                    key,
                    Leg.in(some.get(0), amount),
                    Leg.in(some.get(1), amount),
                    Leg.out(stock.issuer, 2 * amount));
        } else if (kind < 21) {
            return move(What.TRANSFER, key, Leg.out(some.get(0), amount), Leg.in(some.get(1), amount));
        } else if (kind < 24) {
            return move(
                    What.TRANSFER,
                    key,
                    Leg.out(some.get(0), amount),
                    Leg.out(some.get(1), 5),
                    Leg.in(some.get(2), 3),
                    Leg.in(some.get(3), amount + 2));
        } else if (kind < 33 && !stock.holds.isEmpty()) {
            Leg target = new Leg(stock.issuer, 1 + amount / 4, null);
            return kind < 30
                    ? new MixedCommand(What.CAPTURE, key, pick(stock.holds, random), target.amount(), List.of(target))
                    : new MixedCommand(What.RELEASE, key, pick(stock.holds, random), 0, List.of());
        } else if (kind < 39 && !stock.transfers.isEmpty()) {
            return new MixedCommand(What.REVERSE, key, pick(stock.transfers, random), 0, List.of());
        } else if (kind == 47) {
            return new MixedCommand(What.EXPIRE, key, 0, random.nextInt(10), List.of());
        }
        return new MixedCommand(
                What.HOLD, key, some.getFirst(), amount, List.of(new Leg(some.getFirst(), amount, day)));
    }

    /** What it came to: the id of what it made, a word where it makes nothing, or the code of the refusal. */
    String outcome(TestBooks books) {
        try {
            return run(books);
        } catch (Refusal refusal) {
            return refusal.problem().code();
        }
    }

    private String run(TestBooks books) {
        return switch (what) {
            case ISSUE, TRANSFER ->
                String.valueOf(
                        books.transfer(BOOK, key, legs.toArray(Leg[]::new)).id());
            case HOLD -> String.valueOf(books.hold(BOOK, key, id, amount, lastDay()));
            case CAPTURE ->
                String.valueOf(books.capture(key, id, amount, legs.getFirst().accountId())
                        .id());
            case REVERSE -> String.valueOf(books.reverse(id, key).id());
            case RELEASE -> {
                books.release(id);
                yield "released";
            }
            case EXPIRE -> {
                books.ledger.expireDue(books.clock.instant().plus(Duration.ofDays(amount)));
                yield "expired";
            }
        };
    }

    /** Whether it makes something that an outcome names. */
    boolean makes() {
        return what != What.RELEASE && what != What.EXPIRE;
    }

    /** Puts what it made where others find it. */
    void keep(String outcome, Stock stock) {
        if (makes() && outcome.chars().allMatch(Character::isDigit)) {
            (what == What.HOLD ? stock.holds : stock.transfers).add(Long.valueOf(outcome));
        }
    }

    String line() {
        return what + " " + key + " " + id + " " + amount + " "
                + legs.stream()
                        .map(leg -> leg.accountId() + ":" + leg.amount() + ":" + leg.lastDay())
                        .collect(Collectors.joining(","));
    }

    static MixedCommand parse(String line) {
        String[] words = line.split(" ", -1);
        List<Leg> legs = words[4].isEmpty()
                ? List.of()
                : Arrays.stream(words[4].split(",")).map(MixedCommand::leg).toList();
        return new MixedCommand(
                What.valueOf(words[0]), words[1], Long.parseLong(words[2]), Long.parseLong(words[3]), legs);
    }

    private LocalDate lastDay() {
        LocalDate day = legs.getFirst().lastDay();
        if (day == null) {
            throw new IllegalStateException("a hold has a last day");
        }
        return day;
    }

    private static Leg leg(String text) {
        String[] parts = text.split(":");
        return new Leg(Long.parseLong(parts[0]), Long.parseLong(parts[1]), day(parts[2]));
    }

    private static @Nullable LocalDate day(String text) {
        return text.equals("null") ? null : LocalDate.parse(text);
    }

    private static MixedCommand move(What what, String key, Leg... legs) {
        return new MixedCommand(what, key, 0, 0, List.of(legs));
    }

    private static long pick(List<Long> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
