package org.yiwang.star;

import static org.yiwang.platform.Moments.instant;
import static org.yiwang.platform.Moments.instantOrNull;
import static org.yiwang.platform.Moments.utc;
import static org.yiwang.platform.Moments.utcOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.kernel.RegionCode;
import org.yiwang.record.PersonHours.Minutes;

/** SQL of stars. */
@Repository
class StarStore {

    private static final String SELECT = "select a.* from star_award a ";

    private final JdbcClient jdbc;

    StarStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether it was put down: not if the person has this star. */
    boolean insert(Star s) {
        return jdbc.sql("""
                        insert into star_award (id, volunteer_id, star, application_id, region_code, granted_at,
                            scheme_version, cut_off, credit_minutes, honour_minutes, honour_counted_minutes, decided_by)
                        values (:id, :volunteer, :star, :application, :region, :at, :version, :cutOff, :credit, :honour,
                            :counted, :by)
                        on conflict do nothing""")
                        .param("id", s.id())
                        .param("volunteer", s.volunteerId())
                        .param("star", s.star())
                        .param("application", s.applicationId())
                        .param("region", s.region().value())
                        .param("at", utc(s.grantedAt()))
                        .param("version", s.schemeVersion())
                        .param("cutOff", s.cutOff())
                        .param("credit", s.minutes().creditMinutes())
                        .param("honour", s.minutes().honourMinutes())
                        .param("counted", s.honourCounted())
                        .param("by", s.decidedBy().toArray(Long[]::new))
                        .update()
                == 1;
    }

    /** All stars these people have or had, the highest first. */
    List<Star> of(Collection<Long> volunteerIds) {
        return jdbc.sql(SELECT + "where a.volunteer_id = any(:people) order by a.star desc, a.granted_at desc")
                .param("people", volunteerIds.toArray(Long[]::new))
                .query((row, i) -> star(row))
                .list();
    }

    Optional<Star> find(long id) {
        return jdbc.sql(SELECT + "where a.id = :id")
                .param("id", id)
                .query((row, i) -> star(row))
                .optional();
    }

    /** Holds it until the transaction ends. */
    Optional<Star> lock(long id) {
        return jdbc.sql(SELECT + "where a.id = :id for update")
                .param("id", id)
                .query((row, i) -> star(row))
                .optional();
    }

    /** The highest star of each person who has one, the latest granted first. */
    List<Star> published(@Nullable Integer star, String region, int limit, int offset) {
        return jdbc.sql(SELECT + """
                        where a.taken_back_at is null and a.region_code like :region
                          and (:star::int is null or a.star = :star::int)
                          and not exists (select 1 from star_award h where h.volunteer_id = a.volunteer_id
                              and h.star > a.star and h.taken_back_at is null)
                        order by a.granted_at desc, a.id desc limit :limit offset :offset""")
                .param("region", region + "%")
                .param("star", star, Types.INTEGER)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, i) -> star(row))
                .list();
    }

    void markBelow(long id, @Nullable Instant since) {
        jdbc.sql("update star_award set below_since = :since where id = :id")
                .param("since", utcOrNull(since), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", id)
                .update();
    }

    void takeBack(long id, Instant at) {
        jdbc.sql("update star_award set taken_back_at = :at where id = :id")
                .param("at", utc(at))
                .param("id", id)
                .update();
    }

    /** Stars below their thresholds in these regions, the one that is so longest first. */
    List<Star> below(Collection<String> patterns, int limit) {
        return jdbc.sql(SELECT + """
                        where a.below_since is not null and a.taken_back_at is null
                          and a.region_code like any(:patterns)
                        order by a.below_since, a.id limit :limit""")
                .param("patterns", patterns.toArray(String[]::new))
                .param("limit", limit)
                .query((row, i) -> star(row))
                .list();
    }

    /** Puts a holder down to be held against the thresholds again; nobody else. */
    void due(long volunteerId) {
        jdbc.sql("""
                        insert into star_due (volunteer_id)
                        select :volunteer where exists (
                            select 1 from star_award where volunteer_id = :volunteer and taken_back_at is null)
                        on conflict do nothing""").param("volunteer", volunteerId).update();
    }

    /** Puts those down who stand below a threshold: their hours may count again. */
    void dueBelow() {
        jdbc.sql("""
                        insert into star_due (volunteer_id)
                        select distinct volunteer_id from star_award
                        where below_since is not null and taken_back_at is null
                        on conflict do nothing""").update();
    }

    /** Takes people off the list of those who are due. */
    List<Long> takeDue(int limit) {
        return jdbc.sql("""
                        delete from star_due where volunteer_id in (
                            select volunteer_id from star_due order by 1 limit :limit for update skip locked)
                        returning volunteer_id""")
                .param("limit", limit)
                .query((row, i) -> row.getLong(1))
                .list();
    }

    /** Shows a name in full, by whose word it is and until the day before that day; null for as long as nobody masks it. */
    void showName(long volunteerId, long agreedBy, @Nullable LocalDate until, Instant now) {
        jdbc.sql("""
                        insert into star_name_shown (volunteer_id, since, agreed_by, until)
                        values (:volunteer, :now, :by, :until)
                        on conflict (volunteer_id) do update
                            set since = excluded.since, agreed_by = excluded.agreed_by, until = excluded.until""")
                .param("volunteer", volunteerId)
                .param("now", utc(now))
                .param("by", agreedBy)
                .param("until", until, Types.DATE)
                .update();
    }

    void maskName(long volunteerId) {
        jdbc.sql("delete from star_name_shown where volunteer_id = :volunteer")
                .param("volunteer", volunteerId)
                .update();
    }

    /** Those of the people whose names are shown in full on that day. */
    Set<Long> shown(Collection<Long> volunteerIds, LocalDate today) {
        return new HashSet<>(jdbc.sql("""
                        select volunteer_id from star_name_shown
                        where volunteer_id = any(:people) and (until is null or until > :today)""")
                .param("people", volunteerIds.toArray(Long[]::new))
                .param("today", today)
                .query((row, i) -> row.getLong(1))
                .list());
    }

    private static Star star(ResultSet row) throws SQLException {
        return new Star(
                row.getLong("id"),
                row.getLong("volunteer_id"),
                row.getInt("star"),
                row.getLong("application_id"),
                new RegionCode(row.getString("region_code")),
                instant(row, "granted_at"),
                row.getInt("scheme_version"),
                row.getObject("cut_off", LocalDate.class),
                new Minutes(row.getLong("credit_minutes"), row.getLong("honour_minutes")),
                row.getLong("honour_counted_minutes"),
                Arrays.asList((Long[]) row.getArray("decided_by").getArray()),
                instantOrNull(row, "below_since"),
                instantOrNull(row, "taken_back_at"));
    }
}
