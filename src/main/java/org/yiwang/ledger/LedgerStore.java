package org.yiwang.ledger;

import static org.yiwang.platform.Moments.instant;
import static org.yiwang.platform.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Books, accounts, transfers with their entries, and the keys of commands. */
@Component
class LedgerStore {

    private final JdbcClient jdbc;

    LedgerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A transfer without its entries. */
    record Header(
            long id,
            String book,
            TransferKind kind,
            String memo,
            @Nullable Long reverses,
            @Nullable Long holdId,
            Instant at) {}

    /** What was done under a key: fingerprint of the content, and what it made. */
    record Command(String book, String key, byte[] content, long outcomeId, Instant at) {}

    void openBook(String book, Instant at) {
        jdbc.sql("insert into ledger_book (book, opened_at) values (:book, :at) on conflict do nothing")
                .param("book", book)
                .param("at", utc(at))
                .update();
    }

    boolean hasBook(String book) {
        return jdbc.sql("select exists (select from ledger_book where book = :book)")
                .param("book", book)
                .query(Boolean.class)
                .single();
    }

    /** Opens the account unless the owner has one in the book. */
    void open(Balance account, Instant at) {
        jdbc.sql("""
                        insert into ledger_account (account_id, book, owner_kind, owner_id, lower_limit, opened_at)
                        values (:id, :book, :kind, :owner, :limit::bigint, :at)
                        on conflict (book, owner_kind, owner_id) do nothing""")
                .param("id", account.accountId())
                .param("book", account.book())
                .param("kind", account.owner().kind())
                .param("owner", account.owner().id())
                .param("limit", account.lowerLimit())
                .param("at", utc(at))
                .update();
    }

    Optional<Balance> find(long accountId) {
        return jdbc.sql("select * from ledger_account where account_id = :id")
                .param("id", accountId)
                .query((row, i) -> balance(row))
                .optional();
    }

    List<Balance> ofOwner(Owner owner) {
        return jdbc.sql("""
                        select * from ledger_account where owner_kind = :kind and owner_id = :owner order by book""")
                .param("kind", owner.kind())
                .param("owner", owner.id())
                .query((row, i) -> balance(row))
                .list();
    }

    /**
     * Locks accounts, the newest first: everybody does it in this order, and the few old accounts that issue and that all
     * commands meet on are held for the shortest time.
     */
    List<Account> lock(Collection<Long> ids) {
        return jdbc.sql("""
                        select * from ledger_account where account_id = any(:ids)
                        order by account_id desc for no key update""")
                .param("ids", longs(ids))
                .query((row, i) -> new Account(balance(row), row.getLong("entries")))
                .list();
    }

    void update(Collection<Account> accounts) {
        jdbc.sql("""
                        update ledger_account a set balance = n.balance, held = n.held, entries = n.entries
                        from unnest(:ids::bigint[], :balances::bigint[], :held::bigint[], :entries::bigint[])
                            as n (account_id, balance, held, entries)
                        where a.account_id = n.account_id""")
                .param("ids", accounts.stream().mapToLong(a -> a.id).toArray())
                .param("balances", accounts.stream().mapToLong(a -> a.balance).toArray())
                .param("held", accounts.stream().mapToLong(a -> a.held).toArray())
                .param("entries", accounts.stream().mapToLong(a -> a.entries).toArray())
                .update();
    }

    void insert(Header header, List<Entry> entries) {
        jdbc.sql("""
                        insert into ledger_transfer (transfer_id, book, kind, legs, memo, reverses, hold_id, at)
                        values (:id, :book, :kind, :legs, :memo, :reverses::bigint, :hold::bigint, :at)""")
                .param("id", header.id())
                .param("book", header.book())
                .param("kind", header.kind().name())
                .param("legs", entries.size())
                .param("memo", header.memo())
                .param("reverses", header.reverses())
                .param("hold", header.holdId())
                .param("at", utc(header.at()))
                .update();
        jdbc.sql("""
                        insert into ledger_entry (
                            account_id, entry_no, book, transfer_id, leg_no, legs, amount, balance, last_day)
                        select account_id, entry_no, :book, :id, leg_no, :legs, amount, balance, nullif(last_day, '')::date
                        from unnest(:accounts::bigint[], :numbers::bigint[], :amounts::bigint[], :balances::bigint[],
                            :days::text[]) with ordinality as n (account_id, entry_no, amount, balance, last_day, leg_no)""")
                .param("book", header.book())
                .param("id", header.id())
                .param("legs", entries.size())
                .param("accounts", entries.stream().mapToLong(Entry::accountId).toArray())
                .param("numbers", entries.stream().mapToLong(Entry::entryNo).toArray())
                .param("amounts", entries.stream().mapToLong(Entry::amount).toArray())
                .param("balances", entries.stream().mapToLong(Entry::balance).toArray())
                .param("days", entries.stream().map(LedgerStore::day).toArray(String[]::new))
                .update();
    }

    /**
     * Whether the command is the first with its key in its book; not either if there is no such book. Waits for another one with
     * the key that is under way.
     */
    boolean claim(Command command) {
        return jdbc.sql("""
                        insert into ledger_command (book, key, content, outcome_id, at)
                        select book, :key, :content, :outcome, :at from ledger_book where book = :book
                        on conflict do nothing""")
                        .param("book", command.book())
                        .param("key", command.key())
                        .param("content", command.content())
                        .param("outcome", command.outcomeId())
                        .param("at", utc(command.at()))
                        .update()
                == 1;
    }

    Optional<Command> command(String book, String key) {
        return jdbc.sql("select * from ledger_command where book = :book and key = :key")
                .param("book", book)
                .param("key", key)
                .query((row, i) ->
                        new Command(book, key, row.getBytes("content"), row.getLong("outcome_id"), instant(row, "at")))
                .optional();
    }

    Optional<Transfer> transfer(long id) {
        List<Entry> entries = jdbc.sql("select * from ledger_entry where transfer_id = :id order by leg_no")
                .param("id", id)
                .query((row, i) -> entry(row))
                .list();
        return jdbc.sql("select * from ledger_transfer where transfer_id = :id")
                .param("id", id)
                .query((row, i) -> new Transfer(
                        id,
                        row.getString("book"),
                        TransferKind.valueOf(row.getString("kind")),
                        row.getString("memo"),
                        row.getObject("reverses", Long.class),
                        row.getObject("hold_id", Long.class),
                        instant(row, "at"),
                        entries))
                .optional();
    }

    boolean isReversed(long transferId) {
        return jdbc.sql("select exists (select from ledger_transfer where reverses = :id)")
                .param("id", transferId)
                .query(Boolean.class)
                .single();
    }

    /** The entries of an account, the last one first. They are numbered without gaps, so that no page counts those before it. */
    List<StatementLine> statement(long accountId, long skipped, int lines) {
        return jdbc.sql("""
                        select e.*, t.kind, t.memo, t.at
                        from ledger_entry e join ledger_transfer t using (transfer_id)
                        where e.account_id = :account and e.entry_no <=
                            (select entries from ledger_account where account_id = :account) - :skipped
                        order by e.entry_no desc limit :lines""")
                .param("account", accountId)
                .param("skipped", skipped)
                .param("lines", lines)
                .query((row, i) -> new StatementLine(
                        entry(row),
                        row.getLong("transfer_id"),
                        TransferKind.valueOf(row.getString("kind")),
                        row.getString("memo"),
                        instant(row, "at")))
                .list();
    }

    private static Balance balance(ResultSet row) throws SQLException {
        return new Balance(
                row.getLong("account_id"),
                row.getString("book"),
                new Owner(row.getString("owner_kind"), row.getString("owner_id")),
                row.getLong("balance"),
                row.getLong("held"),
                row.getObject("lower_limit", Long.class));
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong("account_id"),
                row.getLong("entry_no"),
                row.getLong("amount"),
                row.getLong("balance"),
                row.getObject("last_day", LocalDate.class));
    }

    private static String day(Entry entry) {
        return entry.lastDay() == null ? "" : entry.lastDay().toString();
    }

    private static long[] longs(Collection<Long> ids) {
        return ids.stream().mapToLong(Long::longValue).toArray();
    }
}
