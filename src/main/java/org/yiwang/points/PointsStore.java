package org.yiwang.points;

import static org.yiwang.platform.Moments.instant;
import static org.yiwang.platform.Moments.instantOrNull;
import static org.yiwang.platform.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.record.TimeKind;

/** SQL about what records come to and what was posted for them. */
@Repository
class PointsStore {

    private final JdbcClient jdbc;

    PointsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The accounts of a person; whoever posts keeps others from posting for the same person until the transaction ends. */
    record Holder(long volunteerId, long accountId, long owedAccountId) {}

    Optional<Holder> holder(long volunteerId) {
        return holder(volunteerId, "");
    }

    Optional<Holder> lockHolder(long volunteerId) {
        return holder(volunteerId, " for update");
    }

    private Optional<Holder> holder(long volunteerId, String how) {
        return jdbc.sql("select * from points_holder where volunteer_id = :volunteer" + how)
                .param("volunteer", volunteerId)
                .query((row, i) -> new Holder(
                        row.getLong("volunteer_id"), row.getLong("account_id"), row.getLong("owed_account_id")))
                .optional();
    }

    void insert(Holder holder) {
        jdbc.sql("""
                        insert into points_holder (volunteer_id, account_id, owed_account_id)
                        values (:volunteer, :account, :owed) on conflict do nothing""")
                .param("volunteer", holder.volunteerId)
                .param("account", holder.accountId)
                .param("owed", holder.owedAccountId)
                .update();
    }

    /** What the records of these days came to when last looked at. */
    List<Kept> ofDays(long volunteerId, Collection<LocalDate> days) {
        return jdbc.sql("""
                        select * from points_record
                        where volunteer_id = :volunteer and service_date = any(:days::date[]) order by record_id""")
                .param("volunteer", volunteerId)
                .param("days", days.stream().map(LocalDate::toString).toArray(String[]::new))
                .query((row, i) -> kept(row))
                .list();
    }

    Optional<Kept> find(long volunteerId, long recordId) {
        return of(volunteerId, List.of(recordId)).stream().findFirst();
    }

    List<Kept> of(long volunteerId, Collection<Long> recordIds) {
        return jdbc.sql("""
                        select * from points_record where volunteer_id = :volunteer and record_id = any(:records)""")
                .param("volunteer", volunteerId)
                .param("records", recordIds.toArray(Long[]::new))
                .query((row, i) -> kept(row))
                .list();
    }

    /** Days of records of these numbers, or of these activities, that were looked at before. */
    Set<LocalDate> daysOf(long volunteerId, Collection<Long> recordIds, Collection<Long> activityIds) {
        return new HashSet<>(jdbc.sql("""
                        select distinct service_date from points_record
                        where volunteer_id = :volunteer
                          and (record_id = any(:records) or activity_id = any(:activities))""")
                .param("volunteer", volunteerId)
                .param("records", recordIds.toArray(Long[]::new))
                .param("activities", activityIds.toArray(Long[]::new))
                .query((row, i) -> row.getObject(1, LocalDate.class))
                .list());
    }

    Set<LocalDate> daysOf(long volunteerId) {
        return new HashSet<>(jdbc.sql("select distinct service_date from points_record where volunteer_id = :volunteer")
                .param("volunteer", volunteerId)
                .query((row, i) -> row.getObject(1, LocalDate.class))
                .list());
    }

    /** People for whom something was posted, in the order of their ids, after that one. */
    List<Long> peopleAfter(long volunteerId, int limit) {
        return jdbc.sql("""
                        select volunteer_id from points_holder where volunteer_id > :after
                        order by volunteer_id limit :limit""")
                .param("after", volunteerId)
                .param("limit", limit)
                .query((row, i) -> row.getLong(1))
                .list();
    }

    void put(Kept k) {
        jdbc.sql("""
                        insert into points_record as r (volunteer_id, record_id, activity_id, title, service_date, category,
                            time_kind, service_minutes, formula_version, counts_since, counts, full_points, day_points,
                            quality, grade)
                        values (:volunteer, :record, :activity, :title, :day, :category, :kind, :minutes, :version, :since,
                            :counts, :full, :counted, :quality, :grade)
                        on conflict (volunteer_id, record_id) do update
                        set counts = excluded.counts, full_points = excluded.full_points, day_points = excluded.day_points,
                            quality = excluded.quality, grade = excluded.grade""")
                .param("volunteer", k.volunteerId())
                .param("record", k.recordId())
                .param("activity", k.activityId())
                .param("title", k.title())
                .param("day", k.serviceDate())
                .param("category", k.category())
                .param("kind", k.kind().name())
                .param("minutes", k.minutes())
                .param("version", k.formulaVersion())
                .param("since", k.countsSince())
                .param("counts", k.counts())
                .param("full", k.full())
                .param("counted", k.counted())
                .param("quality", k.quality(), Types.VARCHAR)
                .param("grade", k.grade(), Types.VARCHAR)
                .update();
    }

    /** The lines of these records, those that were taken back among them. */
    List<Line> ofRecords(long volunteerId, Collection<Long> recordIds) {
        return jdbc.sql("""
                        select * from points_line
                        where volunteer_id = :volunteer and record_id = any(:records)
                        order by posted_at, part, line_no""")
                .param("volunteer", volunteerId)
                .param("records", recordIds.toArray(Long[]::new))
                .query((row, i) -> line(row))
                .list();
    }

    /** All lines of a record, in the order in which they were posted. */
    List<Line> ofRecord(long volunteerId, long recordId) {
        return jdbc.sql("""
                        select * from points_line where volunteer_id = :volunteer and record_id = :record order by posted_at, part, line_no""")
                .param("volunteer", volunteerId)
                .param("record", recordId)
                .query((row, i) -> line(row))
                .list();
    }

    /** All lines of a person, in the order in which they were posted. */
    List<Line> ofVolunteer(long volunteerId) {
        return jdbc.sql("""
                        select * from points_line where volunteer_id = :volunteer
                        order by posted_at, record_id, part, line_no""")
                .param("volunteer", volunteerId)
                .query((row, i) -> line(row))
                .list();
    }

    /** The number of the last line of a part of a record; 0 if it has none. */
    int lastNo(long volunteerId, long recordId, Part part) {
        return jdbc.sql("""
                        select coalesce(max(line_no), 0) from points_line
                        where volunteer_id = :volunteer and record_id = :record and part = :part""")
                .param("volunteer", volunteerId)
                .param("record", recordId)
                .param("part", part.name())
                .query(Integer.class)
                .single();
    }

    /** The lines behind transfers: those that posted one, and those that it took back. */
    List<Line> ofTransfers(long volunteerId, Collection<Long> transfers) {
        return jdbc.sql("""
                        select * from points_line where volunteer_id = :volunteer and transfer_id = any(:transfers)""")
                .param("volunteer", volunteerId)
                .param("transfers", transfers.toArray(Long[]::new))
                .query((row, i) -> line(row))
                .list();
    }

    /** The lines that transfers took back, with the transfer. */
    List<TakenBack> takenBackBy(long volunteerId, Collection<Long> transfers) {
        return jdbc.sql("""
                        select * from points_line where volunteer_id = :volunteer and taken_back_by = any(:transfers)""")
                .param("volunteer", volunteerId)
                .param("transfers", transfers.toArray(Long[]::new))
                .query((row, i) -> new TakenBack(row.getLong("taken_back_by"), line(row)))
                .list();
    }

    /** A line with the transfer that took it back. */
    record TakenBack(long transferId, Line line) {}

    void insert(Line l) {
        jdbc.sql("""
                        insert into points_line (volunteer_id, record_id, part, line_no, amount, percent, basis,
                            formula_version, last_day, posted_at, transfer_id)
                        values (:volunteer, :record, :part, :no, :amount, :percent, :basis, :version, :lastDay, :at,
                            :transfer)""")
                .param("volunteer", l.volunteerId())
                .param("record", l.recordId())
                .param("part", l.part().name())
                .param("no", l.no())
                .param("amount", l.amount())
                .param("percent", l.percent(), Types.INTEGER)
                .param("basis", l.basis(), Types.VARCHAR)
                .param("version", l.formulaVersion())
                .param("lastDay", l.lastDay(), Types.DATE)
                .param("at", utc(l.postedAt()))
                .param("transfer", l.transferId())
                .update();
    }

    void takeBack(Line line, Line.Why why, @Nullable Long transferId, long owed, Instant at) {
        jdbc.sql("""
                        update points_line set taken_back_at = :at, taken_back_by = :transfer, why = :why, owed = :owed
                        where volunteer_id = :volunteer and record_id = :record and part = :part and line_no = :no
                          and taken_back_at is null""")
                .param("at", utc(at))
                .param("transfer", transferId, Types.BIGINT)
                .param("why", why.name())
                .param("owed", owed)
                .param("volunteer", line.volunteerId())
                .param("record", line.recordId())
                .param("part", line.part().name())
                .param("no", line.no())
                .update();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getLong("volunteer_id"),
                row.getLong("record_id"),
                row.getLong("activity_id"),
                row.getString("title"),
                row.getObject("service_date", LocalDate.class),
                row.getString("category"),
                TimeKind.valueOf(row.getString("time_kind")),
                row.getInt("service_minutes"),
                row.getInt("formula_version"),
                row.getObject("counts_since", LocalDate.class),
                row.getBoolean("counts"),
                row.getLong("full_points"),
                row.getLong("day_points"),
                row.getString("quality"),
                row.getString("grade"));
    }

    private static Line line(ResultSet row) throws SQLException {
        String why = row.getString("why");
        return new Line(
                row.getLong("volunteer_id"),
                row.getLong("record_id"),
                Part.valueOf(row.getString("part")),
                row.getInt("line_no"),
                row.getLong("amount"),
                row.getObject("percent", Integer.class),
                row.getString("basis"),
                row.getInt("formula_version"),
                row.getObject("last_day", LocalDate.class),
                instant(row, "posted_at"),
                row.getLong("transfer_id"),
                instantOrNull(row, "taken_back_at"),
                why == null ? null : Line.Why.valueOf(why),
                row.getLong("owed"));
    }
}
