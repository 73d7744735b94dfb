package org.yiwang.honour;

import static org.yiwang.platform.Moments.instant;
import static org.yiwang.platform.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.dossier.AwardLevel;
import org.yiwang.kernel.RegionCode;

/** SQL of rounds, their steps and their panels. */
@Repository
class RoundStore {

    private final JdbcClient jdbc;

    RoundStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(RoundView round) {
        terms(jdbc.sql("""
                        insert into honour_round (round_id, region_code, kind, rule_version, name, year, award_level,
                            document_number, places, nominators, opens_on, nominate_until, review_until, notice_days,
                            counted_from, counted_to, credit_minutes, age_from, conflict, scoring, criteria, words, state,
                            made_by, changed_at)
                        values (:id, :region, :kind, :version, :name, :year, :level, :document, :places, :nominators,
                            :opens, :nominate, :review, :notice, :from, :to, :minutes, :age, :conflict, :scoring, :criteria,
                            :words, :state, :by, :now)"""), round.terms())
                .param("id", round.id())
                .param("region", round.region().value())
                .param("kind", round.kind())
                .param("version", round.ruleVersion())
                .param("level", round.level() == null ? null : round.level().name(), Types.VARCHAR)
                .param("state", round.state().name())
                .param("by", round.madeBy())
                .param("now", utc(round.changedAt()))
                .update();
    }

    void update(long id, RoundTerms terms) {
        terms(jdbc.sql("""
                        update honour_round set name = :name, year = :year, document_number = :document, places = :places,
                            nominators = :nominators, opens_on = :opens, nominate_until = :nominate,
                            review_until = :review, notice_days = :notice, counted_from = :from, counted_to = :to,
                            credit_minutes = :minutes, age_from = :age, conflict = :conflict, scoring = :scoring,
                            criteria = :criteria, words = :words, late_told_on = null
                        where round_id = :id"""), terms).param("id", id).update();
    }

    private static JdbcClient.StatementSpec terms(JdbcClient.StatementSpec sql, RoundTerms t) {
        return sql.param("name", t.name())
                .param("year", t.year())
                .param("document", t.documentNumber(), Types.VARCHAR)
                .param("places", t.places())
                .param("nominators", t.nominators().stream().map(Enum::name).toArray(String[]::new))
                .param("opens", t.opensOn())
                .param("nominate", t.nominateUntil())
                .param("review", t.reviewUntil())
                .param("notice", t.noticeDays())
                .param("from", t.countedFrom())
                .param("to", t.countedTo())
                .param("minutes", t.creditMinutes())
                .param("age", t.ageFrom())
                .param("conflict", t.conflict().name())
                .param("scoring", t.scoring().name())
                .param("criteria", t.criteria().toArray(String[]::new))
                .param("words", t.words());
    }

    void move(long id, RoundState state, @Nullable LocalDate noticeUntil, Instant now) {
        jdbc.sql("""
                        update honour_round set state = :state, changed_at = :now, late_told_on = null,
                            notice_until = coalesce(:until::date, notice_until)
                        where round_id = :id""")
                .param("id", id)
                .param("state", state.name())
                .param("until", noticeUntil, Types.DATE)
                .param("now", utc(now))
                .update();
    }

    void closeScores(long id) {
        jdbc.sql("update honour_round set scores_closed = true where round_id = :id")
                .param("id", id)
                .update();
    }

    /** Notes that the office was told today that the round waits; false if it was told before. */
    boolean tellLate(long id, LocalDate today) {
        return jdbc.sql("update honour_round set late_told_on = :today where round_id = :id and late_told_on is null")
                        .param("id", id)
                        .param("today", today)
                        .update()
                == 1;
    }

    Optional<RoundView> find(long id) {
        return jdbc.sql("select * from honour_round where round_id = :id")
                .param("id", id)
                .query(RoundStore::round)
                .optional();
    }

    /** The round, held until the end of the transaction: whatever is done about one round is done one after the other. */
    Optional<RoundView> lock(long id) {
        return jdbc.sql("select * from honour_round where round_id = :id for update")
                .param("id", id)
                .query(RoundStore::round)
                .optional();
    }

    /** Rounds in those states, of those regions, the latest first. */
    List<RoundView> list(Collection<RoundState> states, String[] regionPatterns, int limit, int offset) {
        return jdbc.sql("""
                        select * from honour_round
                        where state = any(:states) and region_code like any(:patterns)
                        order by opens_on desc, round_id desc limit :limit offset :offset""")
                .param("states", states.stream().map(Enum::name).toArray(String[]::new))
                .param("patterns", regionPatterns)
                .param("limit", limit)
                .param("offset", offset)
                .query(RoundStore::round)
                .list();
    }

    /** Rounds whose days are over and that wait to be moved. */
    List<Long> due(LocalDate today) {
        return jdbc.sql("""
                        select round_id from honour_round
                        where state = 'OPEN' and nominate_until < :today or state = 'REVIEWING' and review_until < :today
                           or state = 'NOTICE' and notice_until < :today
                           or state = 'NOTICE' and exists (select 1 from honour_objection o
                                where o.round_id = honour_round.round_id and o.state = 'TOLD' and o.remove_on <= :today)
                        order by round_id""")
                .param("today", today)
                .query((row, i) -> row.getLong(1))
                .list();
    }

    void step(long id, String what, long actor, @Nullable String why, Instant now) {
        jdbc.sql("""
                        insert into honour_step (round_id, step_no, what, at, actor_account_id, why)
                        select :id, coalesce(max(step_no), 0) + 1, :what, :now, :actor, :why
                        from honour_step where round_id = :id""")
                .param("id", id)
                .param("what", what)
                .param("now", utc(now))
                .param("actor", actor)
                .param("why", why, Types.VARCHAR)
                .update();
    }

    List<RoundStep> steps(long id) {
        return jdbc.sql("select what, at, actor_account_id, why from honour_step where round_id = :id order by step_no")
                .param("id", id)
                .query((row, i) ->
                        new RoundStep(row.getString(1), instant(row, "at"), row.getLong(3), row.getString(4)))
                .list();
    }

    private static RoundView round(ResultSet row, int i) throws SQLException {
        String level = row.getString("award_level");
        return new RoundView(
                row.getLong("round_id"),
                new RegionCode(row.getString("region_code")),
                row.getString("kind"),
                row.getInt("rule_version"),
                level == null ? null : AwardLevel.valueOf(level),
                new RoundTerms(
                        row.getString("name"),
                        row.getInt("year"),
                        row.getString("document_number"),
                        row.getInt("places"),
                        texts(row, "nominators").stream().map(Capacity::valueOf).toList(),
                        row.getObject("opens_on", LocalDate.class),
                        row.getObject("nominate_until", LocalDate.class),
                        row.getObject("review_until", LocalDate.class),
                        row.getInt("notice_days"),
                        row.getObject("counted_from", LocalDate.class),
                        row.getObject("counted_to", LocalDate.class),
                        row.getInt("credit_minutes"),
                        row.getInt("age_from"),
                        Conflict.valueOf(row.getString("conflict")),
                        Scoring.valueOf(row.getString("scoring")),
                        texts(row, "criteria"),
                        row.getString("words")),
                RoundState.valueOf(row.getString("state")),
                row.getObject("notice_until", LocalDate.class),
                row.getBoolean("scores_closed"),
                row.getLong("made_by"),
                instant(row, "changed_at"));
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
