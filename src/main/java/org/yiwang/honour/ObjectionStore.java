package org.yiwang.honour;

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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.honour.Objection.State;
import org.yiwang.kernel.Networks;
import org.yiwang.platform.Vault;

/** SQL of objections on public notice. */
@Repository
class ObjectionStore {

    private final JdbcClient jdbc;
    private final Vault vault;

    ObjectionStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** Writes what the program found. */
    void insert(Objection found) {
        jdbc.sql("""
                        insert into honour_objection (objection_id, round_id, nomination_id, receipt, words, made_at, state, found)
                        values (:id, :round, :nomination, :receipt, :words, :now, 'OPEN', true)""")
                .param("id", found.id())
                .param("round", found.roundId())
                .param("nomination", found.nominationId(), Types.BIGINT)
                .param("receipt", found.receipt())
                .param("words", found.words())
                .param("now", utc(found.madeAt()))
                .update();
    }

    /** What the program found about a nominee, decided or not. */
    List<Objection> found(long nomination) {
        return jdbc.sql(
                        "select * from honour_objection where nomination_id = :nomination and found order by objection_id")
                .param("nomination", nomination)
                .query(this::view)
                .list();
    }

    void insert(Objection o, String contact, String address) {
        jdbc.sql("""
                        insert into honour_objection (objection_id, round_id, nomination_id, receipt, words, contact_sealed,
                            address_digest, made_at, state)
                        values (:id, :round, :nomination, :receipt, :words, :contact, :address, :now, 'OPEN')""")
                .param("id", o.id())
                .param("round", o.roundId())
                .param("nomination", o.nominationId(), Types.BIGINT)
                .param("receipt", o.receipt())
                .param("words", o.words())
                .param("contact", vault.seal(contact))
                .param("address", key(address))
                .param("now", utc(o.madeAt()))
                .update();
    }

    int since(String address, Instant moment) {
        return jdbc.sql("select count(*) from honour_objection where address_digest = :address and made_at >= :moment")
                .param("address", key(address))
                .param("moment", utc(moment))
                .query((row, i) -> row.getInt(1))
                .single();
    }

    private byte[] key(String address) {
        return vault.digest("honour-objection\n" + Networks.household(address));
    }

    void tell(long id, String reason, long by, LocalDate removeOn) {
        jdbc.sql("""
                        update honour_objection set state = 'TOLD', reason = :reason, told_by = :by, remove_on = :on
                        where objection_id = :id""")
                .param("id", id)
                .param("reason", reason)
                .param("by", by)
                .param("on", removeOn)
                .update();
    }

    void reply(long id, String reply) {
        jdbc.sql("update honour_objection set state = 'ANSWERED', reply = :reply where objection_id = :id")
                .param("id", id)
                .param("reply", reply)
                .update();
    }

    void decide(long id, State state, String reason, long by, Instant now) {
        jdbc.sql("""
                        update honour_objection set state = :state, reason = :reason, decided_by = :by, decided_at = :now
                        where objection_id = :id""")
                .param("id", id)
                .param("state", state.name())
                .param("reason", reason)
                .param("by", by)
                .param("now", utc(now))
                .update();
    }

    /** Erases how to reach those whose objection was made before that moment. */
    void eraseContacts(Instant before) {
        jdbc.sql("""
                        update honour_objection set contact_sealed = null, address_digest = null
                        where made_at < :before and decided_at is not null
                          and (contact_sealed is not null or address_digest is not null)""").param("before", utc(before)).update();
    }

    Optional<Objection> find(long id) {
        return jdbc.sql("select * from honour_objection where objection_id = :id")
                .param("id", id)
                .query(this::view)
                .optional();
    }

    Optional<Objection> byReceipt(String receipt) {
        return jdbc.sql("select * from honour_objection where receipt = :receipt and not found")
                .param("receipt", receipt)
                .query(this::view)
                .optional();
    }

    /** Objections in a round, those that wait first. */
    List<Objection> ofRound(long round, int limit, int offset) {
        return jdbc.sql("""
                        select * from honour_objection where round_id = :round
                        order by decided_at is not null, objection_id limit :limit offset :offset""")
                .param("round", round)
                .param("limit", limit)
                .param("offset", offset)
                .query(this::view)
                .list();
    }

    /** All that are not decided. */
    List<Objection> open(long round) {
        return jdbc.sql(
                        "select * from honour_objection where round_id = :round and decided_at is null order by objection_id")
                .param("round", round)
                .query(this::view)
                .list();
    }

    /** Removals of which the nominee was told and that are not decided. */
    List<Objection> told(long nomination) {
        return jdbc.sql("""
                        select * from honour_objection
                        where nomination_id = :nomination and state in ('TOLD', 'ANSWERED') order by objection_id""").param("nomination", nomination).query(this::view).list();
    }

    /** How many wait for an office, in these regions. */
    int countWaiting(String[] regionPatterns) {
        return jdbc.sql("""
                        select count(*) from honour_objection o join honour_round r on r.round_id = o.round_id
                        where o.state in ('OPEN', 'ANSWERED') and r.region_code like any(:patterns)""")
                .param("patterns", regionPatterns)
                .query((row, i) -> row.getInt(1))
                .single();
    }

    private Objection view(ResultSet row, int i) throws SQLException {
        byte[] contact = row.getBytes("contact_sealed");
        String open = contact == null ? null : vault.open(contact);
        return new Objection(
                row.getLong("objection_id"),
                row.getLong("round_id"),
                row.getObject("nomination_id", Long.class),
                row.getString("receipt"),
                row.getString("words"),
                open,
                instant(row, "made_at"),
                State.valueOf(row.getString("state")),
                row.getString("reply"),
                row.getString("reason"),
                row.getObject("told_by", Long.class),
                row.getObject("remove_on", LocalDate.class),
                instantOrNull(row, "decided_at"),
                row.getBoolean("found"));
    }
}
