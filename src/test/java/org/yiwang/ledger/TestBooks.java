package org.yiwang.ledger;

import com.zaxxer.hikari.HikariDataSource;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.TestDatabase;

/** A ledger on a database of its own, or on one that is there; each command in a transaction, as the program gives it. */
final class TestBooks implements AutoCloseable {

    final TestClock clock = new TestClock();
    final HikariDataSource database;
    final JdbcClient jdbc;
    final TransactionTemplate transaction;
    private final TransactionTemplate snapshot;
    final Ledger ledger;

    TestBooks() {
        this(TestDatabase.fresh());
    }

    TestBooks(HikariDataSource database) {
        this.database = database;
        jdbc = JdbcClient.create(database);
        JdbcTransactionManager transactions = new JdbcTransactionManager(database);
        transaction = new TransactionTemplate(transactions);
        snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        LedgerStore store = new LedgerStore(jdbc);
        LotStore lots = new LotStore(jdbc);
        HoldStore holdStore = new HoldStore(jdbc);
        Posting posting = new Posting(store, lots, clock);
        Holds holds = new Holds(holdStore, store, posting);
        Expiry expiry = new Expiry(holdStore, lots, store, holds, posting, transaction);
        ledger = new Ledger(store, lots, new LedgerCheckStore(jdbc), posting, holds, expiry);
    }

    <T> T in(Supplier<T> command) {
        return transaction.execute(_ -> command.get());
    }

    String book(String name) {
        transaction.executeWithoutResult(_ -> ledger.openBook(name));
        return name;
    }

    long open(String book, String owner, @Nullable Long limit) {
        return in(() -> ledger.open(book, new Owner("test", owner), limit));
    }

    Transfer transfer(String book, String key, Leg... legs) {
        return in(() -> ledger.transfer(new TransferOrder(book, key, "for a test", List.of(legs))));
    }

    long hold(String book, String key, long account, long amount, LocalDate lastDay) {
        return in(() -> ledger.hold(new HoldOrder(book, key, account, amount, lastDay, "set aside")));
    }

    Transfer capture(String key, long hold, long amount, long to) {
        return in(() -> ledger.capture(new CaptureOrder(key, hold, amount, to, "captured")));
    }

    void release(long hold) {
        transaction.executeWithoutResult(_ -> ledger.release(hold));
    }

    Transfer reverse(long transfer, String key) {
        return in(() -> ledger.reverse(transfer, key, "taken back"));
    }

    long expireDue() {
        return ledger.expireDue(clock.instant());
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    List<LedgerDivergence> divergences() {
        return snapshot.execute(_ -> ledger.divergences());
    }

    @Override
    public void close() {
        database.close();
    }
}
