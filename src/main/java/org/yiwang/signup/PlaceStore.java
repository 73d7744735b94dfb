package org.yiwang.signup;

import static org.yiwang.platform.Moments.instant;
import static org.yiwang.platform.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.activity.ShiftView;
import org.yiwang.kernel.Period;

/**
 * SQL of places: {@code signup_shift} and {@code signup_commitment}. Locks are taken in one order, shifts by key and
 * then commitments by person, so that no two transactions wait for each other.
 *
 * <p>Look-ups of many keys are lateral with {@code offset 0}: the planner then walks the index once per key even when
 * it planned the statement while the table was nearly empty.
 */
@Component
class PlaceStore {

    private static final String SHIFT = """
            s.activity_id, s.shift_id, s.capacity, s.taken, s.waiting, s.waiting_seq,
            lower(s.period) as starts, upper(s.period) as ends, s.open, s.revision""";

    private final JdbcClient jdbc;

    PlaceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks the shifts; those that do not exist are left out. Must be given in order. */
    List<Shift> lock(List<Shift.Key> inOrder) {
        return jdbc.sql("""
                        select %s from unnest(:activities::bigint[], :shifts::bigint[]) as w (activity_id, shift_id)
                        cross join lateral (
                            select * from signup_shift s
                            where s.activity_id = w.activity_id and s.shift_id = w.shift_id
                            for update offset 0) s""".formatted(SHIFT))
                .param("activities", activities(inOrder))
                .param("shifts", shifts(inOrder))
                .query((row, i) -> shift(row))
                .list();
    }

    Optional<Shift> lock(Shift.Key key) {
        return lock(List.of(key)).stream().findFirst();
    }

    /** Locks all shifts of an activity. */
    List<Shift> lockAll(long activityId) {
        return jdbc.sql("select %s from signup_shift s where s.activity_id = :activity order by s.shift_id for update"
                        .formatted(SHIFT))
                .param("activity", activityId)
                .query((row, i) -> shift(row))
                .list();
    }

    List<Shift> ofActivity(long activityId) {
        return jdbc.sql("select %s from signup_shift s where s.activity_id = :activity order by s.shift_id"
                        .formatted(SHIFT))
                .param("activity", activityId)
                .query((row, i) -> shift(row))
                .list();
    }

    /** Writes the counters. The condition and the check of the table refuse overselling. */
    void update(Collection<Shift> moved) {
        List<Shift> all = List.copyOf(moved);
        List<Shift.Key> keys = all.stream().map(Shift::key).toList();
        int updated = jdbc.sql("""
                        update signup_shift s set taken = w.taken, waiting = w.waiting, waiting_seq = w.waiting_seq
                        from unnest(:activities::bigint[], :shifts::bigint[], :taken::int[], :waiting::int[], :seq::bigint[])
                            as w (activity_id, shift_id, taken, waiting, waiting_seq)
                        where s.activity_id = w.activity_id and s.shift_id = w.shift_id and w.taken <= s.capacity""")
                .param("activities", activities(keys))
                .param("shifts", shifts(keys))
                .param("taken", all.stream().mapToInt(Shift::taken).toArray())
                .param("waiting", all.stream().mapToInt(Shift::waiting).toArray())
                .param("seq", all.stream().mapToLong(Shift::waitingSeq).toArray())
                .update();
        if (updated != all.size()) {
            throw new IllegalStateException("a shift would be oversold");
        }
    }

    /** Adds shifts, or gives known ones their new number of places and time. */
    void put(List<ShiftView> views) {
        jdbc.sql("""
                        insert into signup_shift (activity_id, shift_id, capacity, period)
                        select * from unnest(:activities::bigint[], :shifts::bigint[], :capacities::int[], :periods::text[]::tstzrange[])
                        on conflict (activity_id, shift_id) do update
                        set capacity = excluded.capacity, period = excluded.period, open = true,
                            revision = signup_shift.revision + 1""")
                .param(
                        "activities",
                        views.stream().mapToLong(ShiftView::activityId).toArray())
                .param("shifts", views.stream().mapToLong(ShiftView::id).toArray())
                .param(
                        "capacities",
                        views.stream().mapToInt(ShiftView::capacity).toArray())
                .param("periods", views.stream().map(v -> range(v.period())).toArray(String[]::new))
                .update();
    }

    /** Makes every node read the activity again. */
    void touch(long activityId, boolean open) {
        jdbc.sql("update signup_shift set revision = revision + 1, open = open and :open where activity_id = :activity")
                .param("open", open)
                .param("activity", activityId)
                .update();
    }

    /** Sets the counters of a shift to none, when the activity was called off. */
    void empty(long activityId) {
        jdbc.sql("update signup_shift set taken = 0, waiting = 0 where activity_id = :activity")
                .param("activity", activityId)
                .update();
    }

    /** Forgets shifts that were called off. */
    void remove(Collection<Shift.Key> keys) {
        jdbc.sql("""
                        delete from signup_shift s using unnest(:activities::bigint[], :shifts::bigint[]) as w (activity_id, shift_id)
                        where s.activity_id = w.activity_id and s.shift_id = w.shift_id""")
                .param("activities", activities(keys))
                .param("shifts", shifts(keys))
                .update();
    }

    /** Lets one transaction at a time note whether the activity has free places. */
    void oneAtATime(long activityId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('signup.free'), hashint8(:activity))")
                .param("activity", activityId)
                .query((row, i) -> 0)
                .list();
    }

    /** What the persons have or ask for that is not over yet. */
    List<Commitment> commitments(Collection<Long> volunteers, Instant now) {
        return jdbc.sql("""
                        select c.volunteer_id, c.activity_id, c.shift_id, c.signup_id, lower(c.period) as starts,
                            c.ends_at as ends, c.held
                        from unnest(:volunteers::bigint[]) as w (volunteer_id)
                        cross join lateral (
                            select * from signup_commitment c
                            where c.volunteer_id = w.volunteer_id and c.ends_at > :now offset 0) c
                        order by c.ends_at""")
                .param("volunteers", volunteers.stream().mapToLong(v -> v).toArray())
                .param("now", utc(now))
                .query((row, i) -> commitment(row))
                .list();
    }

    /** What the person had or asked for and is over, latest first. */
    List<Commitment> past(long volunteerId, Instant now, int limit, int offset) {
        return jdbc.sql("""
                        select c.volunteer_id, c.activity_id, c.shift_id, c.signup_id, lower(c.period) as starts,
                            c.ends_at as ends, c.held
                        from signup_commitment c where c.volunteer_id = :volunteer and c.ends_at <= :now
                        order by c.ends_at desc limit :limit offset :offset""")
                .param("volunteer", volunteerId)
                .param("now", utc(now))
                .param("limit", limit)
                .param("offset", offset)
                .query((row, i) -> commitment(row))
                .list();
    }

    /** Writes commitments; a held one that overlaps another held one of the person is not written. */
    Set<Long> commit(Collection<Commitment> commitments) {
        if (commitments.isEmpty()) {
            return Set.of();
        }
        List<Commitment> inOrder = commitments.stream()
                .sorted(java.util.Comparator.comparingLong(Commitment::volunteerId)
                        .thenComparing(Commitment::shift))
                .toList();
        List<Shift.Key> keys = inOrder.stream().map(Commitment::shift).toList();
        return new HashSet<>(jdbc.sql("""
                        insert into signup_commitment (volunteer_id, activity_id, shift_id, signup_id, period, held)
                        select * from unnest(:volunteers::bigint[], :activities::bigint[], :shifts::bigint[], :signups::bigint[],
                            :periods::text[]::tstzrange[], :held::boolean[])
                        on conflict do nothing returning signup_id""")
                .param(
                        "volunteers",
                        inOrder.stream().mapToLong(Commitment::volunteerId).toArray())
                .param("activities", activities(keys))
                .param("shifts", shifts(keys))
                .param(
                        "signups",
                        inOrder.stream().mapToLong(Commitment::signUpId).toArray())
                .param("periods", inOrder.stream().map(c -> range(c.period())).toArray(String[]::new))
                .param("held", inOrder.stream().map(Commitment::held).toArray(Boolean[]::new))
                .query((row, i) -> row.getLong(1))
                .list());
    }

    /** Takes commitments away. */
    void release(Collection<Commitment> commitments) {
        jdbc.sql("""
                        delete from signup_commitment c
                        using unnest(:volunteers::bigint[], :signups::bigint[]) as w (volunteer_id, signup_id)
                        where c.volunteer_id = w.volunteer_id and c.signup_id = w.signup_id""")
                .param(
                        "volunteers",
                        commitments.stream().mapToLong(Commitment::volunteerId).toArray())
                .param(
                        "signups",
                        commitments.stream().mapToLong(Commitment::signUpId).toArray())
                .update();
    }

    private static Shift shift(ResultSet row) throws SQLException {
        return new Shift(
                new Shift.Key(row.getLong("activity_id"), row.getLong("shift_id")),
                row.getInt("capacity"),
                row.getInt("taken"),
                row.getInt("waiting"),
                row.getLong("waiting_seq"),
                period(row),
                row.getBoolean("open"),
                row.getLong("revision"));
    }

    private static Commitment commitment(ResultSet row) throws SQLException {
        return new Commitment(
                row.getLong("volunteer_id"),
                new Shift.Key(row.getLong("activity_id"), row.getLong("shift_id")),
                row.getLong("signup_id"),
                period(row),
                row.getBoolean("held"));
    }

    private static Period period(ResultSet row) throws SQLException {
        return new Period(instant(row, "starts"), instant(row, "ends"));
    }

    static long[] activities(Collection<Shift.Key> keys) {
        return keys.stream().mapToLong(Shift.Key::activityId).toArray();
    }

    static long[] shifts(Collection<Shift.Key> keys) {
        return keys.stream().mapToLong(Shift.Key::shiftId).toArray();
    }

    private static String range(Period period) {
        return "[" + period.start() + "," + period.end() + ")";
    }
}
