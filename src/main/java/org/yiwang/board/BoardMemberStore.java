package org.yiwang.board;

import static org.yiwang.platform.Moments.instant;
import static org.yiwang.platform.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.kernel.Ids;
import org.yiwang.platform.CopyRows;

/** SQL of who takes part, and of whom the projector has to look at. */
@Repository
class BoardMemberStore {

    private final JdbcClient jdbc;
    private final JdbcTemplate database;

    BoardMemberStore(JdbcClient jdbc, JdbcTemplate database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    Optional<Member> find(long volunteerId) {
        return of(List.of(volunteerId)).stream().findFirst();
    }

    List<Member> of(Collection<Long> volunteerIds) {
        return jdbc.sql("select * from board_member where volunteer_id = any(:people)")
                .param("people", volunteerIds.toArray(Long[]::new))
                .query(BoardMemberStore::member)
                .list();
    }

    /** Those who take part, in the order of their ids, after that one. */
    List<Long> after(long volunteerId, int limit) {
        return jdbc.sql("""
                        select volunteer_id from board_member where volunteer_id > :after
                        order by volunteer_id limit :limit""")
                .param("after", volunteerId)
                .param("limit", limit)
                .query((row, i) -> row.getLong(1))
                .list();
    }

    /**
     * Refuses to wait for a lock longer than two seconds in this transaction: who waits for all that ask who takes part holds
     * up all that ask later.
     */
    void waitShortly() {
        jdbc.sql("set local lock_timeout = '2s'").update();
    }

    /**
     * Waits until every transaction that has asked who takes part has ended, and lets none ask before this one ends: what
     * changed about a person before is in what this transaction reads, what changes later is noted.
     */
    void lockForJoining() {
        jdbc.sql("lock table board_member in exclusive mode").update();
    }

    void insert(Member member) {
        jdbc.sql("""
                        insert into board_member (volunteer_id, since, consented_by, ends_on)
                        values (:volunteer, :since, :by, :ends) on conflict (volunteer_id) do nothing""")
                .param("volunteer", member.volunteerId())
                .param("since", utc(member.since()))
                .param("by", member.consentedBy())
                .param("ends", member.endsOn(), java.sql.Types.DATE)
                .update();
    }

    /** Those who take part, none of whom did before, by COPY; how many. */
    long copy(List<Member> joined) {
        Long rows = database.execute((ConnectionCallback<Long>) c -> CopyRows.into(
                c,
                "copy board_member (volunteer_id, since, consented_by, ends_on) from stdin",
                joined,
                (to, m) -> to.number(m.volunteerId())
                        .plain(m.since())
                        .number(m.consentedBy())
                        .plain(m.endsOn())));
        return rows == null ? 0 : rows;
    }

    boolean delete(long volunteerId) {
        return jdbc.sql("delete from board_member where volunteer_id = :volunteer")
                        .param("volunteer", volunteerId)
                        .update()
                > 0;
    }

    /** Lets those go for whom a guardian spoke until that day. */
    List<Long> deleteEnded(LocalDate today) {
        return jdbc.sql("delete from board_member where ends_on <= :today returning volunteer_id")
                .param("today", today)
                .query((row, i) -> row.getLong(1))
                .list();
    }

    /** Notes those of them who take part. */
    void note(Collection<Long> volunteerIds) {
        jdbc.sql("lock table board_member in row share mode").update();
        Set<Long> sorted = new TreeSet<>(volunteerIds);
        jdbc.sql("""
                        insert into board_dirty (volunteer_id, id)
                        select m.volunteer_id, t.id from unnest(:people::bigint[], :ids::bigint[]) as t(v, id)
                        join board_member m on m.volunteer_id = t.v""")
                .param("people", sorted.toArray(Long[]::new))
                .param("ids", sorted.stream().map(_ -> Ids.next()).toArray(Long[]::new))
                .update();
    }

    /** Notes somebody who takes part no more. */
    void noteGone(long volunteerId) {
        jdbc.sql("insert into board_dirty (volunteer_id, id) values (:volunteer, :id)")
                .param("volunteer", volunteerId)
                .param("id", Ids.next())
                .update();
    }

    /** Takes up to so many notes off; whom they are about. */
    Set<Long> takeNoted(int limit) {
        return new TreeSet<>(jdbc.sql("""
                        delete from board_dirty d using (
                            select volunteer_id, id from board_dirty order by 1, 2 limit :limit for update skip locked) t
                        where d.volunteer_id = t.volunteer_id and d.id = t.id returning d.volunteer_id""")
                .param("limit", limit)
                .query((row, i) -> row.getLong(1))
                .list());
    }

    /** Whether anybody is noted. */
    boolean isAnyNoted() {
        return jdbc.sql("select exists (select 1 from board_dirty)")
                .query((row, i) -> row.getBoolean(1))
                .single();
    }

    private static Member member(ResultSet row, int i) throws SQLException {
        return new Member(
                row.getLong("volunteer_id"),
                instant(row, "since"),
                row.getLong("consented_by"),
                row.getObject("ends_on", LocalDate.class));
    }
}
