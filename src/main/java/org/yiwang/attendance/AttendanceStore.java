package org.yiwang.attendance;

import static org.yiwang.platform.Moments.instant;
import static org.yiwang.platform.Moments.instantOrNull;
import static org.yiwang.platform.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.ObjectMapper;

/**
 * All SQL about attendance. What a batch writes, it writes with one statement per table. Who locks both, locks a
 * person's open check-in first and the pair after it; the other way round two of them would wait for each other.
 */
@Repository
class AttendanceStore {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    AttendanceStore(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The open check-ins of these people, locked until the transaction ends. */
    Map<Long, Open> lockOpen(Collection<Long> volunteerIds) {
        Map<Long, Open> open = new HashMap<>();
        jdbc.sql("""
                        select volunteer_id, activity_id, pair_id, shift_end from attendance_open
                        where volunteer_id = any(:people) order by volunteer_id for update""")
                .param("people", array(volunteerIds))
                .query(AttendanceStore::open)
                .list()
                .forEach(o -> open.put(o.volunteerId(), o));
        return open;
    }

    /**
     * Pairs of each of these people in the activity of the check, begun on that day or unfinished, in the order in which
     * they were begun. One look into the index per check: two arrays would make it one per person and activity.
     */
    List<PairView> pairsOn(LocalDate day, List<Check> checks) {
        return jdbc.sql("""
                        select p.* from unnest(:activities::bigint[], :people::bigint[]) as t(a, v)
                        cross join lateral (select * from attendance_pair
                            where activity_id = t.a and volunteer_id = t.v
                              and (service_day = :day or state <> 'CLOSED') offset 0) p
                        order by p.pair_id""")
                .param("activities", longs(checks, Check::activityId))
                .param("people", longs(checks, Check::volunteerId))
                .param("day", day)
                .query(this::pair)
                .list();
    }

    /** Claims the one open check-in of each person; those who got it. */
    Set<Long> open(List<Begun> begun) {
        return new HashSet<>(jdbc.sql("""
                        insert into attendance_open (volunteer_id, activity_id, pair_id, shift_end)
                        select * from unnest(:people::bigint[], :activities::bigint[], :pairs::bigint[], :ends::timestamptz[])
                        on conflict do nothing returning volunteer_id""")
                .param("people", longs(begun, b -> b.pair().volunteerId()))
                .param("activities", longs(begun, b -> b.pair().activityId()))
                .param("pairs", longs(begun, b -> b.pair().pairId()))
                .param("ends", times(begun, b -> b.pair().shiftEnd()))
                .query((row, i) -> row.getLong(1))
                .list());
    }

    void insert(List<Begun> begun) {
        jdbc.sql("""
                        insert into attendance_pair (activity_id, pair_id, shift_id, volunteer_id, service_day, pair_no, state,
                            shift_end, came_at, in_evidence)
                        select a, p, s, v, d, n, 'OPEN', e, c, i::jsonb
                        from unnest(:activities::bigint[], :pairs::bigint[], :shifts::bigint[], :people::bigint[],
                            :days::date[], :numbers::smallint[], :ends::timestamptz[], :came::timestamptz[],
                            :evidence::text[]) as t(a, p, s, v, d, n, e, c, i)""")
                .param("activities", longs(begun, b -> b.pair().activityId()))
                .param("pairs", longs(begun, b -> b.pair().pairId()))
                .param("shifts", longs(begun, b -> b.pair().shiftId()))
                .param("people", longs(begun, b -> b.pair().volunteerId()))
                .param("days", begun.stream().map(b -> b.day().toString()).toArray(String[]::new))
                .param("numbers", begun.stream().map(Begun::pairNo).toArray(Integer[]::new))
                .param("ends", times(begun, b -> b.pair().shiftEnd()))
                .param("came", times(begun, b -> b.pair().cameAt()))
                .param("evidence", begun.stream().map(b -> json(b.pair().in())).toArray(String[]::new))
                .update();
    }

    /** Ends pairs; each must still be unfinished, so the number of rows tells whether all were. */
    int finish(List<PairView> ended) {
        return jdbc.sql("""
                        update attendance_pair p set state = 'CLOSED', left_at = t.l, out_evidence = t.o::jsonb
                        from unnest(:activities::bigint[], :pairs::bigint[], :left::timestamptz[], :evidence::text[])
                            as t(a, p, l, o)
                        where p.activity_id = t.a and p.pair_id = t.p and p.state <> 'CLOSED'""")
                .param("activities", longs(ended, PairView::activityId))
                .param("pairs", longs(ended, PairView::pairId))
                .param("left", times(ended, PairView::leftAt))
                .param("evidence", ended.stream().map(p -> json(p.out())).toArray(String[]::new))
                .update();
    }

    /** Lets these people check in elsewhere, as far as these pairs are what holds them. */
    void release(Collection<Long> volunteerIds, Collection<Long> pairIds) {
        jdbc.sql("delete from attendance_open where volunteer_id = any(:people) and pair_id = any(:pairs)")
                .param("people", array(volunteerIds))
                .param("pairs", array(pairIds))
                .update();
    }

    /** Makes check-ins that the caller has locked forgotten, and their people free to check in elsewhere. */
    void forget(List<Open> open) {
        jdbc.sql("""
                        update attendance_pair set state = 'FORGOTTEN'
                        where activity_id = any(:activities) and pair_id = any(:pairs) and state = 'OPEN'""")
                .param("activities", longs(open, Open::activityId))
                .param("pairs", longs(open, Open::pairId))
                .update();
        release(
                open.stream().map(Open::volunteerId).toList(),
                open.stream().map(Open::pairId).toList());
    }

    /** Notes which device acted for whom and answers, in the same order, whether it had acted for somebody else. */
    List<Boolean> noteDevices(List<Device> devices) {
        if (devices.isEmpty()) {
            return List.of();
        }
        Object[] activities = longs(devices, Device::activityId);
        Object[] people = longs(devices, Device::volunteerId);
        byte[][] digests = devices.stream().map(Device::digest).toArray(byte[][]::new);
        // The look at the table does not see what the same statement writes, so the devices are compared with each
        // other too.
        return jdbc.sql("""
                        with used as materialized (
                            select * from unnest(:activities::bigint[], :digests::bytea[], :people::bigint[])
                                with ordinality as t(a, d, v, n)
                        ), noted as (
                            insert into attendance_device (activity_id, device_digest, volunteer_id)
                            select distinct a, d, v from used order by a, d, v on conflict do nothing
                        )
                        select min(t.v) over same <> max(t.v) over same
                            or exists (select 1 from attendance_device x
                                       where x.activity_id = t.a and x.device_digest = t.d and x.volunteer_id <> t.v)
                        from used t window same as (partition by t.a, t.d) order by t.n""")
                .param("activities", activities)
                .param("digests", digests)
                .param("people", people)
                .query((row, i) -> row.getBoolean(1))
                .list();
    }

    /** The pair, and the open check-in that it may be, locked until the transaction ends. */
    Optional<PairView> lock(long activityId, long pairId) {
        jdbc.sql("""
                        select volunteer_id from attendance_open where pair_id = :pair and volunteer_id = (
                            select volunteer_id from attendance_pair where activity_id = :activity and pair_id = :pair)
                        for update""")
                .param("activity", activityId)
                .param("pair", pairId)
                .query((row, i) -> row.getLong(1))
                .list();
        return jdbc.sql("select * from attendance_pair where activity_id = :activity and pair_id = :pair for update")
                .param("activity", activityId)
                .param("pair", pairId)
                .query(this::pair)
                .optional();
    }

    List<PairView> ofActivity(long activityId) {
        return jdbc.sql("select * from attendance_pair where activity_id = :activity order by pair_id")
                .param("activity", activityId)
                .query(this::pair)
                .list();
    }

    /** The person's check-ins without a check-out. */
    List<PairView> unfinishedOf(long volunteerId) {
        return jdbc.sql("""
                        select * from attendance_pair where volunteer_id = :person and state <> 'CLOSED'
                        order by pair_id""").param("person", volunteerId).query(this::pair).list();
    }

    void say(long activityId, long pairId, Instant leftAt, String why) {
        jdbc.sql("""
                        update attendance_pair set said_left_at = :left, said_why = :why
                        where activity_id = :activity and pair_id = :pair and state <> 'CLOSED'""")
                .param("left", utc(leftAt))
                .param("why", why)
                .param("activity", activityId)
                .param("pair", pairId)
                .update();
    }

    /** Takes pairs whose shift ended before the moment and whose person was not reminded yet. */
    List<PairView> takeToRemind(Instant endedBefore, Instant now) {
        return jdbc.sql("""
                        update attendance_pair set reminded_at = :now
                        where (activity_id, pair_id) in (
                            select activity_id, pair_id from attendance_pair
                            where state = 'OPEN' and reminded_at is null and shift_end <= :ended
                            order by shift_end limit 500 for update skip locked)
                        returning *""")
                .param("now", utc(now))
                .param("ended", utc(endedBefore))
                .query(this::pair)
                .list();
    }

    /** Open check-ins whose shift ended before the moment, locked; those that somebody ends just now are left out. */
    List<Open> lockOverdue(Instant endedBefore) {
        return jdbc.sql("""
                        select o.volunteer_id, o.activity_id, o.pair_id, o.shift_end from attendance_pair p
                        join attendance_open o on o.volunteer_id = p.volunteer_id and o.pair_id = p.pair_id
                        where p.state = 'OPEN' and p.shift_end <= :ended
                        order by p.shift_end limit 500 for update of o skip locked""")
                .param("ended", utc(endedBefore))
                .query(AttendanceStore::open)
                .list();
    }

    /** Gives open pairs of those shifts, which were cut short, the new end. */
    void endAt(long activityId, Collection<Long> shifts, Instant end) {
        List<Open> open = jdbc.sql("""
                        select o.volunteer_id, o.activity_id, o.pair_id, o.shift_end from attendance_pair p
                        join attendance_open o on o.volunteer_id = p.volunteer_id and o.pair_id = p.pair_id
                        where p.activity_id = :activity and p.shift_id = any(:shifts) and p.state = 'OPEN'
                        order by o.volunteer_id for update of o""")
                .param("activity", activityId)
                .param("shifts", shifts.toArray(Long[]::new))
                .query(AttendanceStore::open)
                .list();
        Object[] pairs = longs(open, Open::pairId);
        jdbc.sql(
                        "update attendance_open set shift_end = :end where volunteer_id = any(:people) and pair_id = any(:pairs)")
                .param("end", utc(end))
                .param("people", longs(open, Open::volunteerId))
                .param("pairs", pairs)
                .update();
        jdbc.sql("""
                        update attendance_pair set shift_end = :end
                        where activity_id = :activity and pair_id = any(:pairs) and state = 'OPEN'""")
                .param("end", utc(end))
                .param("activity", activityId)
                .param("pairs", pairs)
                .update();
    }

    int countUnfinished(long activityId) {
        return jdbc.sql("select count(*) from attendance_pair where activity_id = :activity and state <> 'CLOSED'")
                .param("activity", activityId)
                .query((row, i) -> row.getInt(1))
                .single();
    }

    /** Who of them checked in at which shifts with both sides there. */
    Set<Presence.Seen> checkedIn(Map<Long, List<Long>> volunteersByActivity) {
        return jdbc.sql("""
                        select distinct p.shift_id, p.volunteer_id
                        from unnest(:activities::bigint[], :volunteers::bigint[]) as w (activity_id, volunteer_id)
                        join attendance_pair p on p.activity_id = w.activity_id and p.volunteer_id = w.volunteer_id
                        where p.in_evidence ->> 'way' = any(:ways)""")
                .param(
                        "activities",
                        volunteersByActivity.entrySet().stream()
                                .flatMap(e -> e.getValue().stream().map(_ -> e.getKey()))
                                .toArray(Long[]::new))
                .param(
                        "volunteers",
                        volunteersByActivity.values().stream()
                                .flatMap(List::stream)
                                .toArray(Long[]::new))
                .param(
                        "ways",
                        Arrays.stream(Evidence.Way.values())
                                .filter(Evidence.Way::isTwoSided)
                                .map(Enum::name)
                                .toArray(String[]::new))
                .query((row, i) -> new Presence.Seen(row.getLong("shift_id"), row.getLong("volunteer_id")))
                .set();
    }

    /** How many different people checked in on that day. */
    int peopleOn(LocalDate day) {
        return jdbc.sql("select count(distinct volunteer_id) from attendance_pair where service_day = :day")
                .param("day", day)
                .query((row, i) -> row.getInt(1))
                .single();
    }

    private PairView pair(ResultSet row, int i) throws SQLException {
        String out = row.getString("out_evidence");
        return new PairView(
                row.getLong("activity_id"),
                row.getLong("pair_id"),
                row.getLong("shift_id"),
                row.getLong("volunteer_id"),
                PairView.State.valueOf(row.getString("state")),
                instant(row, "shift_end"),
                instant(row, "came_at"),
                instantOrNull(row, "left_at"),
                json.readValue(row.getString("in_evidence"), Evidence.class),
                out == null ? null : json.readValue(out, Evidence.class),
                instantOrNull(row, "said_left_at"),
                row.getString("said_why"));
    }

    private static Open open(ResultSet row, int i) throws SQLException {
        return new Open(
                row.getLong("volunteer_id"),
                row.getLong("activity_id"),
                row.getLong("pair_id"),
                instant(row, "shift_end"));
    }

    private String json(@Nullable Evidence evidence) {
        return json.writeValueAsString(evidence);
    }

    private static Object[] array(Collection<Long> ids) {
        return ids.stream().distinct().sorted().toArray(Long[]::new);
    }

    private static <T> Object[] longs(List<T> rows, Function<T, Long> column) {
        return rows.stream().map(column).toArray(Long[]::new);
    }

    private static <T> Object[] times(List<T> rows, Function<T, @Nullable Instant> column) {
        Stream<@Nullable Instant> moments = rows.stream().map(column);
        return moments.map(String::valueOf).toArray(String[]::new);
    }

    /** Somebody's open check-in. */
    record Open(long volunteerId, long activityId, long pairId, Instant shiftEnd) {}

    /**
     * A check-in to be written.
     *
     * @param pair the pair, open
     * @param day the day it counts for
     * @param pairNo which pair of the person in the activity on that day
     */
    record Begun(PairView pair, LocalDate day, int pairNo) {}

    /** A device that acted for a person in an activity. */
    record Device(long activityId, byte[] digest, long volunteerId) {}
}
