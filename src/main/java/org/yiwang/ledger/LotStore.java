package org.yiwang.ledger;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lots and what was put into them and taken out. Whoever writes here has locked their accounts. */
@Component
class LotStore {

    private final JdbcClient jdbc;

    LotStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An account with a lot that is due. */
    record Due(String book, long accountId) {}

    /** Lots of which something is left, and those that were meant by a transfer, in the order in which they are used. */
    List<Lot> load(Collection<Long> accountIds, Collection<Long> lotIds) {
        return jdbc.sql("""
                        select * from ledger_lot
                        where account_id = any(:accounts) and remaining > 0 or lot_id = any(:lots)
                        order by last_day, lot_id""")
                .param("accounts", longs(accountIds))
                .param("lots", longs(lotIds))
                .query((row, i) -> {
                    Lot lot = new Lot(
                            row.getLong("lot_id"),
                            row.getLong("account_id"),
                            row.getObject("last_day", LocalDate.class),
                            row.getLong("amount"));
                    lot.remaining = row.getLong("remaining");
                    lot.held = row.getLong("held");
                    return lot;
                })
                .list();
    }

    /** What a transfer put into lots and took out. */
    List<LotPart> entries(long transferId) {
        return jdbc.sql("select lot_id, amount from ledger_lot_entry where transfer_id = :id")
                .param("id", transferId)
                .query((row, i) -> new LotPart(row.getLong("lot_id"), row.getLong("amount")))
                .list();
    }

    void insert(List<Lot> lots) {
        if (lots.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into ledger_lot (lot_id, account_id, last_day, amount, remaining, held)
                        select * from unnest(:ids::bigint[], :accounts::bigint[], :days::date[], :amounts::bigint[],
                            :remaining::bigint[], :held::bigint[])""")
                .param("ids", lots.stream().mapToLong(l -> l.id).toArray())
                .param("accounts", lots.stream().mapToLong(l -> l.accountId).toArray())
                .param("days", lots.stream().map(l -> l.lastDay.toString()).toArray(String[]::new))
                .param("amounts", lots.stream().mapToLong(l -> l.amount).toArray())
                .param("remaining", lots.stream().mapToLong(l -> l.remaining).toArray())
                .param("held", lots.stream().mapToLong(l -> l.held).toArray())
                .update();
    }

    /** Writes how lots stand now; those that stand as before are left alone. */
    void update(List<Lot> lots) {
        if (lots.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        update ledger_lot l set remaining = n.remaining, held = n.held
                        from unnest(:ids::bigint[], :remaining::bigint[], :held::bigint[]) as n (lot_id, remaining, held)
                        where l.lot_id = n.lot_id and (l.remaining, l.held) is distinct from (n.remaining, n.held)""")
                .param("ids", lots.stream().mapToLong(l -> l.id).toArray())
                .param("remaining", lots.stream().mapToLong(l -> l.remaining).toArray())
                .param("held", lots.stream().mapToLong(l -> l.held).toArray())
                .update();
    }

    void insertEntries(long transferId, List<LotPart> parts) {
        if (parts.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into ledger_lot_entry (lot_id, transfer_id, amount)
                        select lot_id, :transfer, amount from unnest(:ids::bigint[], :amounts::bigint[]) as n (lot_id, amount)""")
                .param("transfer", transferId)
                .param("ids", parts.stream().mapToLong(LotPart::lotId).toArray())
                .param("amounts", parts.stream().mapToLong(LotPart::amount).toArray())
                .update();
    }

    List<Lots.Expiring> expiring(long accountId) {
        return jdbc.sql("""
                        select last_day, sum(remaining) from ledger_lot
                        where account_id = :account and remaining > 0 group by last_day order by last_day""")
                .param("account", accountId)
                .query((row, i) -> new Lots.Expiring(row.getObject(1, LocalDate.class), row.getLong(2)))
                .list();
    }

    long expired(long transferId) {
        return jdbc.sql("""
                        select coalesce(-sum(gone.amount), 0)
                        from ledger_lot_entry made
                        join ledger_lot_entry gone on gone.lot_id = made.lot_id
                        join ledger_transfer t on t.transfer_id = gone.transfer_id and t.kind = 'EXPIRY'
                        where made.transfer_id = :transfer and made.amount > 0
                          and not exists (select from ledger_lot_entry earlier
                              where earlier.lot_id = made.lot_id and earlier.transfer_id < made.transfer_id)""").param("transfer", transferId).query(Long.class).single();
    }

    long left(long transferId) {
        return jdbc.sql("""
                        select coalesce(sum(l.remaining), 0)
                        from ledger_lot_entry made join ledger_lot l on l.lot_id = made.lot_id
                        where made.transfer_id = :transfer and made.amount > 0
                          and not exists (select from ledger_lot_entry earlier
                              where earlier.lot_id = made.lot_id and earlier.transfer_id < made.transfer_id)""").param("transfer", transferId).query(Long.class).single();
    }

    /** Accounts with something free whose last day is over: those of the lots that were due first. */
    List<Due> due(LocalDate today, int lots) {
        return jdbc.sql("""
                        select distinct a.book, a.account_id
                        from (select account_id from ledger_lot where remaining > held and last_day < :today
                            order by last_day, lot_id limit :lots) l
                        join ledger_account a using (account_id) order by a.book, a.account_id""")
                .param("today", today)
                .param("lots", lots)
                .query((row, i) -> new Due(row.getString("book"), row.getLong("account_id")))
                .list();
    }

    private static long[] longs(Collection<Long> ids) {
        return ids.stream().mapToLong(Long::longValue).toArray();
    }
}
