package org.yiwang.trust;

import static org.yiwang.platform.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.record.RecordKey;
import org.yiwang.record.TrustGrade;
import tools.jackson.databind.ObjectMapper;

/** SQL of grades, and of what waits to be graded. */
@Repository
class TrustGradeStore {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    TrustGradeStore(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Graded> find(RecordKey key) {
        return jdbc.sql("select * from trust_grade where volunteer_id = :volunteer and record_id = :record")
                .param("volunteer", key.volunteerId())
                .param("record", key.recordId())
                .query(this::graded)
                .optional();
    }

    List<Graded> ofVolunteer(long volunteerId) {
        return jdbc.sql("select * from trust_grade where volunteer_id = :volunteer order by record_id")
                .param("volunteer", volunteerId)
                .query(this::graded)
                .list();
    }

    Map<RecordKey, TrustGrade> of(Collection<RecordKey> keys) {
        Map<RecordKey, TrustGrade> found = new HashMap<>();
        keyed("""
                select g.volunteer_id, g.record_id, g.grade from trust_grade g
                join unnest(:volunteers::bigint[], :records::bigint[]) as k(v, r)
                  on k.v = g.volunteer_id and k.r = g.record_id""", keys)
                .query((row, i) ->
                        found.put(new RecordKey(row.getLong(1), row.getLong(2)), TrustGrade.valueOf(row.getString(3))))
                .list();
        return found;
    }

    /** Records with one of these grades, in the order of their keys, after that one. */
    List<RecordKey> graded(Collection<TrustGrade> grades, @Nullable RecordKey after, int limit) {
        return jdbc.sql("""
                        select volunteer_id, record_id from trust_grade
                        where (volunteer_id, record_id) > (:volunteer, :record) and grade = any(:grades)
                        order by volunteer_id, record_id limit :limit""")
                .param("volunteer", after == null ? Long.MIN_VALUE : after.volunteerId())
                .param("record", after == null ? Long.MIN_VALUE : after.recordId())
                .param("grades", grades.stream().map(TrustGrade::name).toArray(String[]::new))
                .param("limit", limit)
                .query((row, i) -> new RecordKey(row.getLong("volunteer_id"), row.getLong("record_id")))
                .list();
    }

    /** Writes the grades, one statement for all; those that stand so already are left alone. Tells which were written. */
    List<RecordKey> put(List<Graded> grades, Instant now) {
        if (grades.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        insert into trust_grade as g (volunteer_id, record_id, activity_id, grade, points, facts,
                            rule_version, graded_at)
                        select v, r, a, grade, points, facts::jsonb, version, :now
                        from unnest(:volunteers::bigint[], :records::bigint[], :activities::bigint[], :grades::text[],
                            :points::int[], :facts::text[], :versions::int[])
                            as t(v, r, a, grade, points, facts, version)
                        order by v, r
                        on conflict (volunteer_id, record_id) do update
                        set grade = excluded.grade, points = excluded.points, facts = excluded.facts,
                            rule_version = excluded.rule_version, graded_at = excluded.graded_at
                        where (g.points, g.facts, g.rule_version)
                            is distinct from (excluded.points, excluded.facts, excluded.rule_version)
                        returning volunteer_id, record_id""")
                .param(
                        "volunteers",
                        grades.stream().map(g -> g.key().volunteerId()).toArray(Long[]::new))
                .param("records", grades.stream().map(g -> g.key().recordId()).toArray(Long[]::new))
                .param("activities", grades.stream().map(Graded::activityId).toArray(Long[]::new))
                .param("grades", grades.stream().map(g -> g.grade().name()).toArray(String[]::new))
                .param("points", grades.stream().map(Graded::points).toArray(Integer[]::new))
                .param(
                        "facts",
                        grades.stream()
                                .map(g -> json.writeValueAsString(g.facts()))
                                .toArray(String[]::new))
                .param("versions", grades.stream().map(Graded::ruleVersion).toArray(Integer[]::new))
                .param("now", utc(now))
                .query((row, i) -> new RecordKey(row.getLong(1), row.getLong(2)))
                .list();
    }

    /** Forgets the grades of records of these activities that are not among those: replaced, or void. */
    void keepOnly(Collection<Long> activityIds, List<Graded> grades) {
        jdbc.sql("""
                        delete from trust_grade g where g.activity_id = any(:activities)
                          and not exists (select 1 from unnest(:records::bigint[]) as k(r) where k.r = g.record_id)""")
                .param("activities", activityIds.toArray(Long[]::new))
                .param("records", grades.stream().map(g -> g.key().recordId()).toArray(Long[]::new))
                .update();
    }

    void deleteAll() {
        jdbc.sql("delete from trust_grade").update();
    }

    void addDue(Collection<RecordKey> keys) {
        keyed("""
                insert into trust_due (volunteer_id, record_id)
                select distinct v, r from unnest(:volunteers::bigint[], :records::bigint[]) as k(v, r) order by 1, 2
                on conflict do nothing""", keys).update();
    }

    void addDueActivities(Collection<Long> activityIds) {
        jdbc.sql("""
                        insert into trust_due_activity (activity_id)
                        select distinct a from unnest(:activities::bigint[]) as k(a) order by 1
                        on conflict do nothing""").param("activities", activityIds.toArray(Long[]::new)).update();
    }

    /** Takes up to so many off the list of records. */
    List<RecordKey> takeDue(int limit) {
        return jdbc.sql("""
                        delete from trust_due d using (
                            select volunteer_id, record_id from trust_due order by 1, 2 limit :limit
                            for update skip locked) t
                        where d.volunteer_id = t.volunteer_id and d.record_id = t.record_id
                        returning d.volunteer_id, d.record_id""")
                .param("limit", limit)
                .query((row, i) -> new RecordKey(row.getLong(1), row.getLong(2)))
                .list();
    }

    /** Takes up to so many off the list of activities. */
    Set<Long> takeDueActivities(int limit) {
        return new HashSet<>(jdbc.sql("""
                        delete from trust_due_activity d using (
                            select activity_id from trust_due_activity order by 1 limit :limit for update skip locked) t
                        where d.activity_id = t.activity_id returning d.activity_id""")
                .param("limit", limit)
                .query((row, i) -> row.getLong(1))
                .list());
    }

    private JdbcClient.StatementSpec keyed(String sql, Collection<RecordKey> keys) {
        return jdbc.sql(sql)
                .param("volunteers", keys.stream().map(RecordKey::volunteerId).toArray(Long[]::new))
                .param("records", keys.stream().map(RecordKey::recordId).toArray(Long[]::new));
    }

    private Graded graded(ResultSet row, int i) throws SQLException {
        return new Graded(
                new RecordKey(row.getLong("volunteer_id"), row.getLong("record_id")),
                row.getLong("activity_id"),
                TrustGrade.valueOf(row.getString("grade")),
                row.getInt("points"),
                Arrays.asList(json.readValue(row.getString("facts"), Scored[].class)),
                row.getInt("rule_version"));
    }
}
