package org.yiwang.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yiwang.testing.Refusals.refused;

import java.time.Duration;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Slice;
import org.yiwang.ledger.LedgerDivergence.What;

class LedgerTest {

    private static TestBooks books;
    private static int number;

    private String book = "";
    private long issuer;
    private long wang;
    private long li;

    @BeforeAll
    static void open() {
        books = new TestBooks();
    }

    @AfterAll
    static void close() {
        books.close();
    }

    @BeforeEach
    void open_a_book_with_an_issuer_and_two_owners() {
        books.clock.reset();
        books.ledger.expireDue(books.clock.instant().plus(Duration.ofDays(400)));
        book = books.book("points-" + ++number);
        issuer = books.open(book, "city", null);
        wang = books.open(book, "wang", 0L);
        li = books.open(book, "li", 0L);
    }

    @AfterEach
    void everything_agrees() {
        assertThat(books.divergences()).isEmpty();
    }

    @Test
    void a_transfer_of_several_legs_moves_between_all_its_accounts_or_none() {
        issue(100);
        Transfer transfer = books.transfer(book, "gift", Leg.out(wang, 70), Leg.in(li, 50), Leg.in(issuer, 20));
        assertThat(transfer.entries())
                .extracting(Entry::accountId, Entry::entryNo, Entry::amount, Entry::balance)
                .containsExactlyInAnyOrder(
                        Tuple.tuple(wang, 2L, -70L, 30L),
                        Tuple.tuple(li, 1L, 50L, 50L),
                        Tuple.tuple(issuer, 2L, 20L, -80L));
        refused(
                LedgerProblem.LIMIT,
                () -> books.transfer(book, "too much", Leg.out(wang, 31), Leg.out(li, 1), Leg.in(issuer, 32)));
        assertThat(balance(wang)).isEqualTo(30);
        assertThat(balance(li)).isEqualTo(50);
    }

    @Test
    void the_same_key_gives_the_same_answer_and_refuses_anything_else() {
        Transfer first = books.transfer(book, "once", Leg.out(issuer, 10), Leg.in(wang, 10));
        assertThat(books.transfer(book, "once", Leg.in(wang, 10), Leg.out(issuer, 10)))
                .isEqualTo(first);
        refused(LedgerProblem.KEY_USED, () -> books.transfer(book, "once", Leg.out(issuer, 11), Leg.in(wang, 11)));
        refused(LedgerProblem.KEY_USED, () -> books.hold(book, "once", wang, 10, books.today()));
        assertThat(balance(wang)).isEqualTo(10);
        long hold = books.hold(book, "hold once", wang, 4, books.today());
        assertThat(books.hold(book, "hold once", wang, 4, books.today())).isEqualTo(hold);
        assertThat(books.capture("c", hold, 3, li)).isEqualTo(books.capture("c", hold, 3, li));
        refused(LedgerProblem.KEY_USED, () -> books.capture("c", hold, 1, li));
    }

    @Test
    void a_refused_command_leaves_its_key_free() {
        refused(LedgerProblem.LIMIT, () -> books.transfer(book, "later", Leg.out(wang, 5), Leg.in(li, 5)));
        issue(5);
        books.transfer(book, "later", Leg.out(wang, 5), Leg.in(li, 5));
        assertThat(balance(li)).isEqualTo(5);
    }

    @Test
    void refuses_orders_that_nothing_could_make_right() {
        String other = books.book("other-" + number);
        long elsewhere = books.open(other, "wang", 0L);
        refused(LedgerProblem.NOT_BALANCED, () -> books.transfer(book, "k", Leg.out(issuer, 5), Leg.in(wang, 6)));
        refused(LedgerProblem.LEGS, () -> books.transfer(book, "k", Leg.out(wang, 5), Leg.in(wang, 5)));
        refused(LedgerProblem.LEGS, () -> books.transfer(book, "k"));
        refused(LedgerProblem.AMOUNT, () -> Leg.out(issuer, -1));
        refused(LedgerProblem.AMOUNT, () -> Leg.in(issuer, Long.MAX_VALUE));
        refused(LedgerProblem.AMOUNT, () -> books.transfer(book, "k", new Leg(wang, 0, null), new Leg(li, 0, null)));
        refused(
                LedgerProblem.ACCOUNT_UNKNOWN,
                () -> books.transfer(book, "k", Leg.out(issuer, 5), Leg.in(elsewhere, 5)));
        refused(LedgerProblem.BOOK_UNKNOWN, () -> books.transfer("none", "k", Leg.out(issuer, 5), Leg.in(wang, 5)));
        refused(LedgerProblem.ACCOUNT_DIFFERS, () -> books.open(book, "wang", -5L));
        refused(
                LedgerProblem.DAY_PAST,
                () -> books.transfer(
                        book,
                        "k",
                        Leg.out(issuer, 5),
                        Leg.in(wang, 5, books.today().minusDays(1))));
        refused(
                LedgerProblem.NO_EXPIRY_HERE,
                () -> books.transfer(book, "k", Leg.out(wang, 5), Leg.in(issuer, 5, books.today())));
        assertThat(books.open(book, "wang", 0L)).isEqualTo(wang);
    }

    @Test
    void who_may_owe_may_owe_as_much_and_no_more() {
        long owing = books.open(book, "owing", -30L);
        books.transfer(book, "a", Leg.out(owing, 30), Leg.in(wang, 30));
        refused(LedgerProblem.LIMIT, () -> books.transfer(book, "b", Leg.out(owing, 1), Leg.in(wang, 1)));
        assertThat(books.ledger.balance(owing).free()).isEqualTo(-30);
    }

    @Test
    void a_hold_is_captured_in_parts_and_what_is_left_of_it_is_released_once() {
        issue(100);
        long hold = books.hold(book, "order", wang, 60, books.today());
        assertThat(books.ledger.balance(wang)).returns(100L, Balance::balance).returns(40L, Balance::free);
        refused(LedgerProblem.LIMIT, () -> books.transfer(book, "spend", Leg.out(wang, 41), Leg.in(li, 41)));
        books.capture("part", hold, 25, li);
        refused(LedgerProblem.HOLD_EXCEEDED, () -> books.capture("too much", hold, 36, li));
        books.release(hold);
        books.release(hold);
        refused(LedgerProblem.HOLD_OVER, () -> books.capture("late", hold, 1, li));
        assertThat(books.ledger.getHold(hold))
                .returns(HoldState.RELEASED, HoldView::state)
                .returns(25L, HoldView::captured);
        assertThat(books.ledger.balance(wang)).returns(75L, Balance::balance).returns(75L, Balance::free);
        long whole = books.hold(book, "whole", wang, 75, books.today());
        books.capture("all", whole, 75, li);
        refused(LedgerProblem.HOLD_OVER, () -> books.release(whole));
        assertThat(balance(li)).isEqualTo(100);
    }

    @Test
    void a_hold_whose_last_day_is_over_is_captured_no_more_and_sets_free_what_it_kept() {
        issue(10);
        long hold = books.hold(book, "order", wang, 10, books.today());
        books.clock.advance(Duration.ofDays(1));
        refused(LedgerProblem.HOLD_OVER, () -> books.capture("late", hold, 1, li));
        assertThat(books.expireDue()).isEqualTo(1);
        assertThat(books.ledger.getHold(hold).state()).isEqualTo(HoldState.EXPIRED);
        assertThat(books.ledger.balance(wang).free()).isEqualTo(10);
    }

    @Test
    void what_expires_first_is_spent_first_and_the_rest_expires_on_its_day() {
        issueUntil(10, 20);
        issueUntil(10, 5);
        issue(10);
        books.transfer(book, "spend", Leg.out(wang, 12), Leg.in(li, 12));
        assertThat(lots(wang)).containsExactly(0L, 8L);
        books.clock.advance(Duration.ofDays(20));
        assertThat(books.expireDue()).as("the last day itself counts").isZero();
        books.clock.advance(Duration.ofDays(1));
        assertThat(books.expireDue()).isEqualTo(1);
        assertThat(books.expireDue()).isZero();
        assertThat(balance(wang)).as("what does not expire").isEqualTo(10);
        assertThat(books.ledger.statement(wang, 1, 1).items())
                .extracting(StatementLine::kind)
                .containsExactly(TransferKind.EXPIRY);
        assertThat(expired()).isEqualTo(8);
    }

    @Test
    void what_is_held_in_time_does_not_expire_until_the_hold_ends() {
        issueUntil(10, 1);
        long hold = books.hold(book, "order", wang, 6, books.today().plusDays(9));
        books.clock.advance(Duration.ofDays(5));
        books.expireDue();
        assertThat(balance(wang)).isEqualTo(6);
        books.capture("part", hold, 4, li);
        books.release(hold);
        books.expireDue();
        assertThat(balance(wang)).isZero();
        assertThat(expired()).isEqualTo(6);
    }

    @Test
    void more_lots_than_a_batch_holds_all_expire() {
        int owners = Expiry.BATCH + 3;
        for (int i = 0; i < owners; i++) {
            long owner = books.open(book, "owner " + i, 0L);
            books.transfer(book, "issue " + i, Leg.out(issuer, 2), Leg.in(owner, 2, books.today()));
        }
        books.clock.advance(Duration.ofDays(1));
        assertThat(books.expireDue()).isEqualTo(owners);
        assertThat(expired()).isEqualTo(2L * owners);
    }

    @Test
    void a_reversal_happens_once_and_puts_back_into_the_lots_what_came_out_of_them() {
        issueUntil(10, 5);
        issueUntil(10, 20);
        Transfer spent = books.transfer(book, "spend", Leg.out(wang, 15), Leg.in(li, 15));
        assertThat(lots(wang)).containsExactly(0L, 5L);
        Transfer back = books.reverse(spent.id(), "back");
        assertThat(back).returns(TransferKind.REVERSAL, Transfer::kind).returns(spent.id(), Transfer::reverses);
        assertThat(lots(wang)).containsExactly(10L, 10L);
        assertThat(books.reverse(spent.id(), "back")).isEqualTo(back);
        refused(LedgerProblem.REVERSED_ALREADY, () -> books.reverse(spent.id(), "again"));
        refused(LedgerProblem.NOT_REVERSIBLE, () -> books.reverse(back.id(), "back and forth"));
        refused(LedgerProblem.TRANSFER_UNKNOWN, () -> books.reverse(1, "none"));
    }

    @Test
    void a_reversal_takes_its_own_lot_first_and_is_refused_once_that_is_spent_beyond_what_is_there() {
        issueUntil(10, 5);
        Transfer later = issueUntil(10, 20);
        books.transfer(book, "spend", Leg.out(wang, 3), Leg.in(li, 3));
        books.reverse(later.id(), "not due to her");
        assertThat(lots(wang)).containsExactly(7L, 0L);
        Transfer last = issueUntil(10, 30);
        books.transfer(book, "spend more", Leg.out(wang, 8), Leg.in(li, 8));
        refused(LedgerProblem.SPENT, () -> books.reverse(last.id(), "too late"));
        assertThat(balance(wang)).isEqualTo(9);
    }

    @Test
    void a_reversal_of_what_does_not_expire_leaves_what_expires_alone() {
        issueUntil(10, 5);
        Transfer lasting = issue(10);
        books.reverse(lasting.id(), "not due");
        assertThat(lots(wang)).containsExactly(10L);
        assertThat(balance(wang)).isEqualTo(10);
    }

    @Test
    void a_statement_shows_the_last_entries_first_with_the_balance_after_each() {
        for (int i = 1; i <= 5; i++) {
            issue(i);
        }
        Slice<StatementLine> first = books.ledger.statement(wang, 1, 2);
        assertThat(first.items())
                .extracting(l -> l.entry().amount(), l -> l.entry().balance())
                .containsExactly(Tuple.tuple(5L, 15L), Tuple.tuple(4L, 10L));
        assertThat(first.more()).isTrue();
        Slice<StatementLine> last = books.ledger.statement(wang, 3, 2);
        assertThat(last.items()).extracting(l -> l.entry().entryNo()).containsExactly(1L);
        assertThat(last.more()).isFalse();
        refused(LedgerProblem.ACCOUNT_UNKNOWN, () -> books.ledger.statement(1, 1, 2));
    }

    @Test
    void postgres_refuses_what_must_never_happen() {
        long done = issueUntil(10, 5).id();
        String ofWang = " where account_id = " + wang;
        never("never changed", "update ledger_entry set amount = 11" + ofWang);
        never("never changed", "delete from ledger_entry" + ofWang);
        never("never changed", "update ledger_transfer set memo = '' where transfer_id = " + done);
        never("never changed", "delete from ledger_lot_entry");
        never("never changed", "truncate ledger_command");
        never("ledger_account_limit", "update ledger_account set held = 11" + ofWang);
        never("ledger_account_limit", "update ledger_account set balance = -1" + ofWang);
        never("after its last entry", "update ledger_account set balance = 11" + ofWang);
        never("after its last entry", "update ledger_account set entries = 0, balance = 0" + ofWang);
        never("ledger_lot_check", "update ledger_lot set remaining = 11" + ofWang);
        never("ledger_entry_transfer_id_leg_no_key", entry(wang, 2, done, 2, 2, 5, 15));
        never("ledger_entry_check", entry(wang, 2, done, 3, 2, 5, 15));
        never("ledger_entry_transfer_id_book_legs_fkey", entry(wang, 2, done, 3, 3, 5, 15));
        long made = Ids.next();
        String begun = "insert into ledger_transfer (transfer_id, book, kind, legs, memo, at)"
                + " values (%d, '%s', 'TRANSFER', 2, '', now()); ".formatted(made, book);
        String grown = "; update ledger_account set balance = 15, entries = 2" + ofWang;
        String other = "; update ledger_account set balance = 6, entries = 1 where account_id = " + li;
        never("sum to zero", begun);
        never("is not the one before it", begun + entry(wang, 2, made, 1, 2, 5, 16));
        never("sum to zero", begun + entry(wang, 2, made, 1, 2, 5, 15) + grown);
        never(
                "sum to zero",
                begun + entry(wang, 2, made, 1, 2, 5, 15) + ";" + entry(li, 1, made, 2, 2, 6, 6) + grown + other);
        long hold = books.hold(book, "order", wang, 6, books.today());
        books.release(hold);
        never("is over", "update ledger_hold set state = 'OPEN', ended_at = null where hold_id = " + hold);
    }

    private static void never(String because, String sql) {
        assertThatThrownBy(() -> books.transaction.executeWithoutResult(_ -> {
                    books.jdbc.sql(sql).update();
                    books.jdbc.sql("set constraints all immediate").update();
                }))
                .as(sql)
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining(because);
    }

    @ParameterizedTest
    @CsvSource({
        "BALANCE, ledger_account, update ledger_account set balance = balance + 1 where account_id = :wang",
        "ENTRIES, ledger_account, update ledger_account set entries = 9 where account_id = :wang",
        "HELD, ledger_account, update ledger_account set held = held - 1 where account_id = :wang",
        "RUNNING_BALANCE, ledger_entry, update ledger_entry set balance = 4 where account_id = :wang and entry_no = 1",
        "TRANSFER_SUM, ledger_entry, update ledger_entry set amount = 4 where account_id = :wang and entry_no = 1",
        "TRANSFER_LEGS, ledger_entry, delete from ledger_entry where account_id = :wang and entry_no = 2",
        "LOT, ledger_lot, update ledger_lot set remaining = remaining - 1 where account_id = :wang",
        "LOT_HELD, ledger_lot, update ledger_lot set held = held - 1 where account_id = :wang",
        "CAPTURED, ledger_hold, update ledger_hold set captured = captured + 1 where account_id = :wang",
        "LOTS_OF_ACCOUNT, ledger_account, update ledger_account set balance = 5 where account_id = :wang",
    })
    void names_what_somebody_changed_behind_its_back(What what, String table, String sql) {
        issueUntil(10, 5);
        issue(3);
        long hold = books.hold(book, "order", wang, 6, books.today());
        books.capture("part", hold, 2, li);
        books.transaction.executeWithoutResult(status -> {
            books.jdbc.sql("alter table " + table + " disable trigger user").update();
            books.jdbc.sql(sql).param("wang", wang).update();
            assertThat(books.ledger.divergences())
                    .extracting(LedgerDivergence::what)
                    .contains(what);
            status.setRollbackOnly();
        });
    }

    private String entry(long account, int entry, long transfer, int leg, int legs, long amount, long balance) {
        return "insert into ledger_entry (account_id, entry_no, book, transfer_id, leg_no, legs, amount, balance)"
                + " values (%d, %d, '%s', %d, %d, %d, %d, %d)"
                        .formatted(account, entry, book, transfer, leg, legs, amount, balance);
    }

    private Transfer issue(long amount) {
        return books.transfer(book, "issue " + Ids.next(), Leg.out(issuer, amount), Leg.in(wang, amount));
    }

    private Transfer issueUntil(long amount, int days) {
        return books.transfer(
                book,
                "issue " + Ids.next(),
                Leg.out(issuer, amount),
                Leg.in(wang, amount, books.today().plusDays(days)));
    }

    private static long balance(long account) {
        return books.ledger.balance(account).balance();
    }

    private long expired() {
        return books.ledger.balances(Owner.EXPIRED).stream()
                .filter(account -> account.book().equals(book))
                .mapToLong(Balance::balance)
                .sum();
    }

    private static List<Long> lots(long account) {
        return books.jdbc
                .sql("select remaining from ledger_lot where account_id = :id order by last_day")
                .param("id", account)
                .query((row, i) -> row.getLong("remaining"))
                .list();
    }
}
