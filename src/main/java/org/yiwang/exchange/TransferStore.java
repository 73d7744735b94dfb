package org.yiwang.exchange;

import static org.yiwang.platform.Moments.instant;
import static org.yiwang.platform.Moments.instantOrNull;
import static org.yiwang.platform.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.exchange.TransferView.State;
import org.yiwang.exchange.TransferView.Step;
import org.yiwang.kernel.Reach;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;

/** Transfers and their steps. */
@Component
class TransferStore {

    /** What waits for somebody with this reach; the city has what was appealed or is late. */
    private static final String WAITS_FOR = """
            ((state = 'ASKED' and from_region like any(:patterns))
             or (state = 'LEFT' and to_region like any(:patterns))
             or ((state = 'APPEALED' or (state = 'LEFT' and escalated)) and :city like any(:patterns)))""";

    private final JdbcClient jdbc;

    TransferStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Refuses with {@code exchange.transfer-open} if one of this person is under way. */
    void insert(TransferView t, long by) {
        try {
            jdbc.sql("""
                            insert into exchange_transfer (volunteer_id, transfer_id, from_region, to_region, reason, state,
                                asked_by, asked_at, due_on)
                            values (:volunteer, :transfer, :from, :to, :reason, :state, :by, :at, :due)""")
                    .param("volunteer", t.volunteerId())
                    .param("transfer", t.transferId())
                    .param("from", t.from().value())
                    .param("to", t.to().value())
                    .param("reason", t.reason())
                    .param("state", t.state().name())
                    .param("by", by)
                    .param("at", utc(t.askedAt()))
                    .param("due", t.dueOn())
                    .update();
        } catch (DuplicateKeyException _) {
            throw new Refusal(ExchangeProblem.TRANSFER_OPEN);
        }
    }

    List<TransferView> list(long volunteerId) {
        return jdbc.sql("select * from exchange_transfer where volunteer_id = :volunteer order by transfer_id desc")
                .param("volunteer", volunteerId)
                .query((row, i) -> view(row))
                .list();
    }

    Optional<TransferView> find(long volunteerId, long transferId) {
        return one("", volunteerId, transferId);
    }

    Optional<TransferView> lock(long volunteerId, long transferId) {
        return one(" for update", volunteerId, transferId);
    }

    private Optional<TransferView> one(String how, long volunteerId, long transferId) {
        return jdbc.sql("select * from exchange_transfer where volunteer_id = :volunteer and transfer_id = :transfer"
                        + how)
                .param("volunteer", volunteerId)
                .param("transfer", transferId)
                .query((row, i) -> view(row))
                .optional();
    }

    /** What waits for an office with this reach, the most urgent first. */
    List<TransferView> waiting(Reach reach, RegionCode city, int limit, int offset) {
        return jdbc.sql("select * from exchange_transfer where " + WAITS_FOR
                        + " order by due_on, transfer_id limit :limit offset :offset")
                .param("patterns", reach.regionPatterns())
                .param("city", city.value())
                .param("limit", limit)
                .param("offset", offset)
                .query((row, i) -> view(row))
                .list();
    }

    /** Those whose time to answer ran out before this day and that nothing was done about. */
    List<TransferView> late(LocalDate today, int limit) {
        return jdbc.sql("""
                        select * from exchange_transfer
                        where due_on < :today and (state = 'ASKED' or (state = 'LEFT' and not escalated))
                        order by due_on, transfer_id limit :limit for update skip locked""")
                .param("today", today)
                .param("limit", limit)
                .query((row, i) -> view(row))
                .list();
    }

    void left(TransferView t, long by, Instant at, LocalDate due) {
        jdbc.sql("""
                        update exchange_transfer set state = 'LEFT', left_by = :by, left_at = :at, due_on = :due
                        where volunteer_id = :volunteer and transfer_id = :transfer and state = 'ASKED'""")
                .param("by", by)
                .param("at", utc(at))
                .param("due", due)
                .param("volunteer", t.volunteerId())
                .param("transfer", t.transferId())
                .update();
    }

    void escalated(TransferView t) {
        jdbc.sql("""
                        update exchange_transfer set escalated = true
                        where volunteer_id = :volunteer and transfer_id = :transfer""")
                .param("volunteer", t.volunteerId())
                .param("transfer", t.transferId())
                .update();
    }

    void appealed(TransferView t, LocalDate due) {
        try {
            jdbc.sql("""
                            update exchange_transfer
                            set state = 'APPEALED', appealed = true, due_on = :due, ended_at = null
                            where volunteer_id = :volunteer and transfer_id = :transfer""")
                    .param("due", due)
                    .param("volunteer", t.volunteerId())
                    .param("transfer", t.transferId())
                    .update();
        } catch (DuplicateKeyException _) {
            throw new Refusal(ExchangeProblem.TRANSFER_OPEN);
        }
    }

    void end(TransferView t, State state, @Nullable String refusedBecause, Instant at) {
        jdbc.sql("""
                        update exchange_transfer
                        set state = :state, ended_at = :at, refused_because = coalesce(:because, refused_because)
                        where volunteer_id = :volunteer and transfer_id = :transfer""")
                .param("state", state.name())
                .param("at", utc(at))
                .param("because", refusedBecause, Types.VARCHAR)
                .param("volunteer", t.volunteerId())
                .param("transfer", t.transferId())
                .update();
    }

    void step(TransferView t, String what, Instant at, long actor, @Nullable String why) {
        jdbc.sql("""
                        insert into exchange_transfer_step (volunteer_id, transfer_id, step_no, what, at, actor_account_id, why)
                        select :volunteer, :transfer, coalesce(max(step_no), 0) + 1, :what, :at, :actor, :why
                        from exchange_transfer_step where volunteer_id = :volunteer and transfer_id = :transfer""")
                .param("volunteer", t.volunteerId())
                .param("transfer", t.transferId())
                .param("what", what)
                .param("at", utc(at))
                .param("actor", actor)
                .param("why", why, Types.VARCHAR)
                .update();
    }

    List<Step> steps(long volunteerId, long transferId) {
        return jdbc.sql("""
                        select * from exchange_transfer_step
                        where volunteer_id = :volunteer and transfer_id = :transfer order by step_no""")
                .param("volunteer", volunteerId)
                .param("transfer", transferId)
                .query((row, i) -> new Step(
                        row.getString("what"),
                        instant(row, "at"),
                        row.getLong("actor_account_id"),
                        row.getString("why")))
                .list();
    }

    private static TransferView view(ResultSet row) throws SQLException {
        return new TransferView(
                row.getLong("volunteer_id"),
                row.getLong("transfer_id"),
                new RegionCode(row.getString("from_region")),
                new RegionCode(row.getString("to_region")),
                row.getString("reason"),
                State.valueOf(row.getString("state")),
                instant(row, "asked_at"),
                row.getObject("due_on", LocalDate.class),
                row.getObject("left_by", Long.class),
                row.getString("refused_because"),
                row.getBoolean("appealed"),
                row.getBoolean("escalated"),
                instantOrNull(row, "ended_at"),
                List.of());
    }
}
