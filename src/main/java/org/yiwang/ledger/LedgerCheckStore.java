package org.yiwang.ledger;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.ledger.LedgerDivergence.What;

/** Compares what is kept beside the entries with what the entries make. Reads all of them: work for a quiet hour. */
@Component
class LedgerCheckStore {

    /** So many of a sort are named; who finds one looks further. */
    private static final int MOST = 100;

    /** Each gives the id of what does not agree, what the entries make, and what stands there. */
    private static final Map<What, String> CHECKS = new EnumMap<>(What.class);

    static {
        CHECKS.put(What.TRANSFER_SUM, """
                select transfer_id, 0, sum(amount) from ledger_entry group by transfer_id having sum(amount) <> 0""");
        CHECKS.put(What.TRANSFER_LEGS, """
                select t.transfer_id, count(e.account_id), t.legs
                from ledger_transfer t left join ledger_entry e using (transfer_id)
                group by t.transfer_id, t.legs having count(e.account_id) <> t.legs""");
        CHECKS.put(What.BALANCE, """
                select account_id, coalesce(e.sum, 0), a.balance
                from ledger_account a
                left join (select account_id, sum(amount) from ledger_entry group by account_id) e using (account_id)
                where a.balance <> coalesce(e.sum, 0)""");
        CHECKS.put(What.ENTRIES, """
                select account_id, coalesce(e.count, 0), a.entries
                from ledger_account a
                left join (select account_id, count(*), max(entry_no) from ledger_entry group by account_id) e
                    using (account_id)
                where a.entries <> coalesce(e.count, 0) or e.max <> e.count""");
        CHECKS.put(What.RUNNING_BALANCE, """
                select distinct on (account_id) account_id, so_far, balance
                from (select account_id, entry_no, balance,
                        sum(amount) over (partition by account_id order by entry_no) as so_far
                    from ledger_entry) e
                where balance <> so_far order by account_id, entry_no""");
        CHECKS.put(What.HELD, """
                select account_id, coalesce(h.kept, 0), a.held
                from ledger_account a
                left join (select account_id, sum(amount - captured) as kept from ledger_hold
                    where state = 'OPEN' group by account_id) h using (account_id)
                where a.held <> coalesce(h.kept, 0)""");
        CHECKS.put(What.LIMIT, """
                select account_id, lower_limit, balance - held from ledger_account where balance - held < lower_limit""");
        CHECKS.put(What.LOT, """
                select lot_id, coalesce(e.sum, 0), l.remaining
                from ledger_lot l
                left join (select lot_id, sum(amount) from ledger_lot_entry group by lot_id) e using (lot_id)
                where l.remaining <> coalesce(e.sum, 0)""");
        CHECKS.put(What.LOT_HELD, """
                select lot_id, coalesce(k.sum, 0), l.held
                from ledger_lot l
                left join (select p.lot_id, sum(p.amount) from ledger_hold_lot p
                    join ledger_hold h on h.hold_id = p.hold_id and h.state = 'OPEN' group by p.lot_id) k using (lot_id)
                where l.held <> coalesce(k.sum, 0)""");
        CHECKS.put(What.LOTS_OF_ACCOUNT, """
                select a.account_id, a.balance - a.held, l.free
                from ledger_account a
                join (select account_id, sum(remaining - held) as free from ledger_lot
                    where remaining > 0 group by account_id) l using (account_id)
                where l.free > a.balance - a.held""");
        CHECKS.put(What.CAPTURED, """
                select hold_id, coalesce(c.moved, 0), h.captured
                from ledger_hold h
                left join (select t.hold_id, -sum(e.amount) as moved
                    from ledger_transfer t join ledger_entry e on e.transfer_id = t.transfer_id and e.amount < 0
                    where t.hold_id is not null group by t.hold_id) c using (hold_id)
                where h.captured <> coalesce(c.moved, 0)""");
    }

    private final JdbcClient jdbc;

    LedgerCheckStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<LedgerDivergence> divergences() {
        List<LedgerDivergence> found = new ArrayList<>();
        CHECKS.forEach((what, sql) ->
                found.addAll(jdbc.sql("select * from (" + sql + ") d (id, expected, found) order by id limit " + MOST)
                        .query((row, i) -> new LedgerDivergence(
                                what, row.getLong("id"), row.getLong("expected"), row.getLong("found")))
                        .list()));
        return List.copyOf(found);
    }
}
