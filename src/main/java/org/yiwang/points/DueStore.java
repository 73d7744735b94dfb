package org.yiwang.points;

import static org.yiwang.platform.Moments.instant;
import static org.yiwang.platform.Moments.utc;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.dossier.Qualities.Service;
import org.yiwang.record.RecordKey;

/** SQL about of whom something was learned that points depend on. */
@Repository
class DueStore {

    private final JdbcClient jdbc;

    DueStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What was learned about one person.
     *
     * @param all whether it is about all days
     */
    record Due(Set<Long> recordIds, Set<Long> activityIds, boolean all) {}

    /**
     * How far noting everybody has come, the very first time.
     *
     * @param beganAt when it began
     * @param after the last person noted
     */
    record First(Instant beganAt, long after) {}

    /** Rows of their own each time: nobody waits for another who learned something about the same record. */
    void add(Collection<RecordKey> records) {
        jdbc.sql("""
                        insert into points_due (volunteer_id, record_id)
                        select v, r from unnest(:volunteers::bigint[], :records::bigint[]) as k(v, r)""")
                .param(
                        "volunteers",
                        records.stream().map(RecordKey::volunteerId).toArray(Long[]::new))
                .param("records", records.stream().map(RecordKey::recordId).toArray(Long[]::new))
                .update();
    }

    void addServices(Collection<Service> services) {
        jdbc.sql("""
                        insert into points_due (volunteer_id, activity_id)
                        select v, a from unnest(:volunteers::bigint[], :activities::bigint[]) as k(v, a)""")
                .param("volunteers", services.stream().map(Service::volunteerId).toArray(Long[]::new))
                .param("activities", services.stream().map(Service::activityId).toArray(Long[]::new))
                .update();
    }

    /** All days of these people. */
    void addAll(Collection<Long> volunteerIds) {
        jdbc.sql("insert into points_due (volunteer_id) select unnest(:volunteers::bigint[])")
                .param("volunteers", volunteerIds.toArray(Long[]::new))
                .update();
    }

    /** How far it has come, begun if it was not; held until the transaction ends. */
    First first(Instant now) {
        return jdbc.sql("""
                        insert into points_first as f (began_at, after_volunteer) values (:now, :least)
                        on conflict (is_one) do update set began_at = f.began_at
                        returning began_at, after_volunteer""")
                .param("now", utc(now))
                .param("least", Long.MIN_VALUE)
                .query((row, i) -> new First(instant(row, "began_at"), row.getLong("after_volunteer")))
                .single();
    }

    void firstUntil(long volunteerId) {
        jdbc.sql("update points_first set after_volunteer = :after")
                .param("after", volunteerId)
                .update();
    }

    /** Everybody is noted: what came to be seen since it began is looked at from now on. */
    void endFirst(First first) {
        jdbc.sql("delete from points_first").update();
        shownUntil(first.beganAt());
    }

    /** People of whom something is due, in the order of their ids, after that one. */
    List<Long> peopleAfter(long volunteerId, int limit) {
        return jdbc.sql("""
                        select distinct volunteer_id from points_due where volunteer_id > :after
                        order by 1 limit :limit""")
                .param("after", volunteerId)
                .param("limit", limit)
                .query((row, i) -> row.getLong(1))
                .list();
    }

    /** Takes off what is due of a person. */
    Due take(long volunteerId) {
        record Row(@Nullable Long recordId, @Nullable Long activityId) {}
        List<Row> rows = jdbc.sql(
                        "delete from points_due where volunteer_id = :volunteer returning record_id, activity_id")
                .param("volunteer", volunteerId)
                .query((row, i) -> new Row(row.getObject(1, Long.class), row.getObject(2, Long.class)))
                .list();
        return new Due(
                rows.stream().map(Row::recordId).filter(Objects::nonNull).collect(Collectors.toSet()),
                rows.stream().map(Row::activityId).filter(Objects::nonNull).collect(Collectors.toSet()),
                rows.stream().anyMatch(row -> row.recordId == null && row.activityId == null));
    }

    /** Until when evaluations that came to be seen were looked at; empty before the first time. */
    Optional<Instant> shownUntil() {
        return jdbc.sql("select shown_until from points_mark")
                .query((row, i) -> instant(row, "shown_until"))
                .optional();
    }

    void shownUntil(Instant moment) {
        jdbc.sql("""
                        insert into points_mark (shown_until) values (:at)
                        on conflict (is_one) do update set shown_until = greatest(points_mark.shown_until, excluded.shown_until)""").param("at", utc(moment)).update();
    }
}
