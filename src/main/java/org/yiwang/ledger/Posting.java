package org.yiwang.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Refusal;
import org.yiwang.ledger.LedgerStore.Header;

/** What all commands have in common: their key, the locks, and how a worksheet is written. In the caller's transaction. */
@Component
class Posting {

    private static final int LONGEST_KEY = 200;

    private final LedgerStore store;
    private final LotStore lots;
    private final Clock clock;

    Posting(LedgerStore store, LotStore lots, Clock clock) {
        this.store = store;
        this.lots = lots;
        this.clock = clock;
    }

    /**
     * Takes the key for what is about to be done. Comes before all locks: whoever waits here for another command with the
     * same key holds nothing that the other one could want.
     *
     * @return what was made under the key before, if it was the same; refused as {@link LedgerProblem#KEY_USED} if not
     */
    Optional<Long> before(String book, String key, String content, long outcomeId) {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("a key has 1 to " + LONGEST_KEY + " characters");
        }
        byte[] fingerprint = fingerprint(content);
        if (store.claim(new LedgerStore.Command(book, key, fingerprint, outcomeId, now()))) {
            return Optional.empty();
        }
        LedgerStore.Command earlier =
                store.command(book, key).orElseThrow(() -> new Refusal(LedgerProblem.BOOK_UNKNOWN));
        if (!Arrays.equals(earlier.content(), fingerprint)) {
            throw new Refusal(LedgerProblem.KEY_USED);
        }
        return Optional.of(earlier.outcomeId());
    }

    /** Locks the accounts of a book and loads their lots, with those that a transfer or a hold had to do with. */
    Worksheet lock(String book, Collection<Long> accountIds, List<LotPart> parts) {
        List<Account> locked = store.lock(accountIds);
        if (locked.size() != accountIds.size() || !locked.stream().allMatch(a -> a.book.equals(book))) {
            throw new Refusal(LedgerProblem.ACCOUNT_UNKNOWN);
        }
        return new Worksheet(
                locked, lots.load(accountIds, parts.stream().map(LotPart::lotId).toList()));
    }

    /** Writes a transfer and how accounts and lots stand after it. */
    Transfer write(Header header, Worksheet sheet) {
        store.insert(header, sheet.entries());
        lots.insert(sheet.made());
        lots.insertEntries(header.id(), sheet.lotEntries());
        writeStanding(sheet);
        return new Transfer(
                header.id(),
                header.book(),
                header.kind(),
                header.memo(),
                header.reverses(),
                header.holdId(),
                header.at(),
                List.copyOf(sheet.entries()));
    }

    /** Writes how accounts and lots stand when nothing was moved. */
    void writeStanding(Worksheet sheet) {
        lots.update(sheet.lots());
        store.update(sheet.accounts());
    }

    /** Now, as exactly as the database keeps it: an answer reads the same when it is asked for again. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Today in the city. */
    LocalDate today() {
        return dayOf(now());
    }

    /** The day in the city at that moment. */
    LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, clock.getZone());
    }

    private static byte[] fingerprint(String content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
