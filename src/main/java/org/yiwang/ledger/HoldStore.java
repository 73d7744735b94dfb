package org.yiwang.ledger;

import static org.yiwang.platform.Moments.utc;
import static org.yiwang.platform.Moments.utcOrNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Holds and what they keep of which lot. Whoever writes here has locked their account. */
@Component
class HoldStore {

    private final JdbcClient jdbc;

    HoldStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<HoldView> find(long id) {
        return jdbc.sql("select * from ledger_hold where hold_id = :id")
                .param("id", id)
                .query((row, i) -> new HoldView(
                        id,
                        row.getString("book"),
                        row.getLong("account_id"),
                        row.getLong("amount"),
                        row.getLong("captured"),
                        HoldState.valueOf(row.getString("state")),
                        row.getObject("last_day", LocalDate.class)))
                .optional();
    }

    /** What the hold still keeps of lots. */
    List<LotPart> kept(long holdId) {
        return jdbc.sql("""
                        select lot_id, amount from ledger_hold_lot where hold_id = :id and amount > 0 order by lot_id""")
                .param("id", holdId)
                .query((row, i) -> new LotPart(row.getLong("lot_id"), row.getLong("amount")))
                .list();
    }

    void insert(long id, HoldOrder order, Instant at) {
        jdbc.sql("""
                        insert into ledger_hold (hold_id, account_id, book, amount, state, last_day, memo, made_at)
                        values (:id, :account, :book, :amount, 'OPEN', :day, :memo, :at)""")
                .param("id", id)
                .param("account", order.accountId())
                .param("book", order.book())
                .param("amount", order.amount())
                .param("day", order.lastDay())
                .param("memo", order.memo())
                .param("at", utc(at))
                .update();
    }

    /** Writes how a hold stands that was open. */
    void update(HoldView hold, Instant now) {
        jdbc.sql("""
                        update ledger_hold set captured = :captured, state = :state, ended_at = :ended::timestamptz
                        where hold_id = :id""")
                .param("captured", hold.captured())
                .param("state", hold.state().name())
                .param("ended", utcOrNull(hold.state() == HoldState.OPEN ? null : now))
                .param("id", hold.id())
                .update();
    }

    void keep(long holdId, List<LotPart> kept) {
        if (kept.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into ledger_hold_lot (hold_id, lot_id, amount)
                        select :hold, lot_id, amount from unnest(:ids::bigint[], :amounts::bigint[]) as n (lot_id, amount)
                        on conflict (hold_id, lot_id) do update set amount = excluded.amount""")
                .param("hold", holdId)
                .param("ids", kept.stream().mapToLong(LotPart::lotId).toArray())
                .param("amounts", kept.stream().mapToLong(LotPart::amount).toArray())
                .update();
    }

    /** Open holds whose last day is over, those that were due first. */
    List<Long> due(LocalDate today, int most) {
        return jdbc.sql("""
                        select hold_id from ledger_hold where state = 'OPEN' and last_day < :today
                        order by last_day, hold_id limit :most""")
                .param("today", today)
                .param("most", most)
                .query((row, i) -> row.getLong("hold_id"))
                .list();
    }
}
