package org.yiwang.record;

import static org.yiwang.platform.Moments.instantOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is sealed, what waits for it, and the stored bytes of both. */
@Component
class SealingStore {

    private final JdbcClient jdbc;

    SealingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A record as it stood after one of its steps.
     *
     * @param form in which it is sealed ({@link SealedRecord})
     */
    record Key(long volunteerId, long recordId, int stepNo, int form) {}

    /** The leaf that seals it. */
    record Leaf(Key key, long index, byte[] nonce) {}

    /** Takes some that wait, oldest record first; those that another node is sealing are left to it. */
    List<Key> take(int limit) {
        return jdbc.sql("""
                        delete from record_unsealed u using (
                            select volunteer_id, record_id, step_no from record_unsealed
                            order by record_id, step_no limit :limit for update skip locked) w
                        where u.volunteer_id = w.volunteer_id and u.record_id = w.record_id and u.step_no = w.step_no
                        returning u.volunteer_id, u.record_id, u.step_no""").param("limit", limit).query((row, i) -> key(row, SealedRecord.NEWEST)).list().stream()
                .sorted(java.util.Comparator.comparingLong(Key::recordId).thenComparingInt(Key::stepNo))
                .toList();
    }

    /** Takes what waits of one person; what another node is sealing is left to it. */
    List<Key> takeOf(long volunteerId) {
        return jdbc
                .sql("""
                        delete from record_unsealed u using (
                            select volunteer_id, record_id, step_no from record_unsealed
                            where volunteer_id = :volunteer for update skip locked) w
                        where u.volunteer_id = w.volunteer_id and u.record_id = w.record_id and u.step_no = w.step_no
                        returning u.volunteer_id, u.record_id, u.step_no""")
                .param("volunteer", volunteerId)
                .query((row, i) -> key(row, SealedRecord.NEWEST))
                .list()
                .stream()
                .sorted(java.util.Comparator.comparingLong(Key::recordId).thenComparingInt(Key::stepNo))
                .toList();
    }

    /** The records of a person of which something waits to be sealed. */
    Set<Long> waiting(long volunteerId) {
        return jdbc.sql("select distinct record_id from record_unsealed where volunteer_id = :volunteer")
                .param("volunteer", volunteerId)
                .query((row, i) -> row.getLong("record_id"))
                .set();
    }

    void insert(List<Leaf> leaves) {
        jdbc.sql("""
                        insert into record_leaf (volunteer_id, record_id, step_no, form, leaf_index, nonce)
                        select * from unnest(:volunteers::bigint[], :records::bigint[], :steps::int[], :forms::int[],
                            :indexes::bigint[], :nonces::bytea[])""")
                .param("volunteers", longs(leaves, l -> l.key().volunteerId()))
                .param("records", longs(leaves, l -> l.key().recordId()))
                .param("steps", leaves.stream().mapToInt(l -> l.key().stepNo()).toArray())
                .param("forms", leaves.stream().mapToInt(l -> l.key().form()).toArray())
                .param("indexes", longs(leaves, Leaf::index))
                .param("nonces", leaves.stream().map(Leaf::nonce).toArray(byte[][]::new))
                .update();
    }

    /** Leaves from a position on, in the order of the log. */
    List<Leaf> leaves(long from, int limit) {
        return jdbc.sql("select * from record_leaf where leaf_index >= :from order by leaf_index limit :limit")
                .param("from", from)
                .param("limit", limit)
                .query((row, i) -> leaf(row))
                .list();
    }

    /** The first and the last leaf of a stretch of the log, the end not included; none if no leaf of it is left. */
    List<Leaf> ends(long from, long to) {
        return jdbc.sql("""
                        (select * from record_leaf where leaf_index >= :from and leaf_index < :to
                         order by leaf_index limit 1)
                        union all
                        (select * from record_leaf where leaf_index >= :from and leaf_index < :to
                         order by leaf_index desc limit 1)
                        order by leaf_index""")
                .param("from", from)
                .param("to", to)
                .query((row, i) -> leaf(row))
                .list();
    }

    /** The newest leaf of a record. */
    Optional<Leaf> last(long volunteerId, long recordId) {
        return jdbc.sql("""
                        select * from record_leaf where volunteer_id = :volunteer and record_id = :record
                        order by step_no desc limit 1""")
                .param("volunteer", volunteerId)
                .param("record", recordId)
                .query((row, i) -> leaf(row))
                .optional();
    }

    /** The newest leaf of each record of a person. */
    List<Leaf> lastOf(long volunteerId) {
        return jdbc.sql("""
                        select distinct on (record_id) * from record_leaf where volunteer_id = :volunteer
                        order by record_id, step_no desc""")
                .param("volunteer", volunteerId)
                .query((row, i) -> leaf(row))
                .list();
    }

    /** Those of these leaves that seal records of a person, in the order of the log. */
    List<Leaf> leavesOf(long volunteerId, Collection<Long> indexes) {
        return jdbc.sql("""
                        select * from record_leaf where volunteer_id = :volunteer and leaf_index = any(:indexes::bigint[])
                        order by leaf_index""")
                .param("volunteer", volunteerId)
                .param("indexes", indexes.toArray(Long[]::new))
                .query((row, i) -> leaf(row))
                .list();
    }

    /** What is stored of each, as it is sealed; those of which nothing is stored are left out. */
    Map<Key, SealedRecord> stored(Collection<Key> keys) {
        Map<Key, SealedRecord> found = HashMap.newHashMap(keys.size());
        jdbc.sql("""
                        select w.step_no as after_step, w.form, e.*
                        from unnest(:volunteers::bigint[], :records::bigint[], :steps::int[], :forms::int[])
                            as w (volunteer_id, record_id, step_no, form)
                        cross join lateral (select * from record_entry e
                            where e.volunteer_id = w.volunteer_id and e.record_id = w.record_id offset 0) e""")
                .param("volunteers", longs(keys, Key::volunteerId))
                .param("records", longs(keys, Key::recordId))
                .param("steps", keys.stream().mapToInt(Key::stepNo).toArray())
                .param("forms", keys.stream().mapToInt(Key::form).toArray())
                .query(row -> {
                    found.put(wanted(row), entry(row));
                });
        jdbc.sql("""
                        select w.step_no as after_step, w.form, s.*
                        from unnest(:volunteers::bigint[], :records::bigint[], :steps::int[], :forms::int[])
                            as w (volunteer_id, record_id, step_no, form)
                        cross join lateral (select * from record_step s
                            where s.volunteer_id = w.volunteer_id and s.record_id = w.record_id
                              and s.step_no <= w.step_no offset 0) s
                        order by s.volunteer_id, s.record_id, w.step_no, s.step_no""")
                .param("volunteers", longs(keys, Key::volunteerId))
                .param("records", longs(keys, Key::recordId))
                .param("steps", keys.stream().mapToInt(Key::stepNo).toArray())
                .param("forms", keys.stream().mapToInt(Key::form).toArray())
                .query(row -> {
                    SealedRecord sealed = found.get(wanted(row));
                    if (sealed != null) {
                        step(sealed, row);
                    }
                });
        return found;
    }

    private static SealedRecord entry(ResultSet row) throws SQLException {
        int form = row.getInt("form");
        String origin = row.getString("origin");
        return new SealedRecord(form == 2 && origin == null ? 1 : form)
                .field("volunteer", row.getLong("volunteer_id"))
                .field("record", row.getLong("record_id"))
                .since(2, "origin", origin)
                .since(2, "source", row.getObject("source_id"))
                .field("activity", row.getLong("activity_id"))
                .field("shift", row.getLong("shift_id"))
                .field("pair", row.getObject("pair_id"))
                .field("organization", row.getLong("organization_id"))
                .field("organization-name", row.getString("organization_name"))
                .field("region", row.getString("region_code"))
                .field("activity-title", row.getString("activity_title"))
                .field("category", row.getString("category"))
                .field("post", row.getString("post_name"))
                .field("place", row.getString("place"))
                .field("person-in-charge", row.getString("person_in_charge"))
                .field("shift-start", instantOrNull(row, "shift_start"))
                .field("shift-end", instantOrNull(row, "shift_end"))
                .field("came", instantOrNull(row, "came_at"))
                .field("left", instantOrNull(row, "left_at"))
                .field("counted-from", instantOrNull(row, "counted_from"))
                .field("counted-to", instantOrNull(row, "counted_to"))
                .field("service-minutes", row.getInt("service_minutes"))
                .field("service-date", row.getString("service_date"))
                .field("time-kind", row.getString("time_kind"))
                .field("evidence", row.getString("evidence"))
                .field("counting-version", row.getInt("counting_version"))
                .field("supersedes", row.getObject("supersedes"))
                .field("reason", row.getString("reason"))
                .field("made-by", row.getLong("made_by"))
                .field("made-at", instantOrNull(row, "made_at"));
    }

    private static void step(SealedRecord sealed, ResultSet row) throws SQLException {
        sealed.field("step", row.getInt("step_no"))
                .field("state", row.getString("state"))
                .field("hold", row.getString("hold"))
                .field("at", instantOrNull(row, "at"))
                .field("actor", row.getLong("actor_account_id"))
                .since(3, "actor-as", row.getString("actor_as"))
                .since(3, "actor-body", row.getString("actor_body"))
                .field("why", row.getString("why"))
                .since(3, "step-evidence", row.getString("evidence"))
                .field("rule", row.getString("rule_key"))
                .field("rule-version", row.getObject("rule_version"))
                .since(3, "counts-on", instantOrNull(row, "counts_on"));
    }

    private static Leaf leaf(ResultSet row) throws SQLException {
        return new Leaf(key(row, row.getInt("form")), row.getLong("leaf_index"), row.getBytes("nonce"));
    }

    private static Key key(ResultSet row, int form) throws SQLException {
        return new Key(row.getLong("volunteer_id"), row.getLong("record_id"), row.getInt("step_no"), form);
    }

    private static Key wanted(ResultSet row) throws SQLException {
        return new Key(
                row.getLong("volunteer_id"), row.getLong("record_id"), row.getInt("after_step"), row.getInt("form"));
    }

    private static <T> long[] longs(Collection<T> things, ToLongFunction<T> number) {
        return things.stream().mapToLong(number).toArray();
    }
}
