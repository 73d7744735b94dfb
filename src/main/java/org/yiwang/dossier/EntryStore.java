package org.yiwang.dossier;

import static org.yiwang.platform.Moments.instant;
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

/** SQL about what entries say. */
@Repository
class EntryStore {

    private static final String MARK = """
            select e.*, s.part, s.state, s.organization_id, s.recorder, s.issuer, s.answer_by, s.at,
                   (o.verified_at is not null) as verified
            """;
    private static final String STANDING = """
            join dossier_standing s on s.volunteer_id = e.volunteer_id and s.entry_id = e.entry_id
            left join dossier_origin o on o.volunteer_id = s.volunteer_id and o.issuer = s.issuer
            """;

    private final JdbcClient jdbc;

    EntryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(long volunteerId, long entryId, TrainingDraft facts) {
        jdbc.sql("""
                        insert into dossier_training (volunteer_id, entry_id, name, content, learning_minutes, host, held_on)
                        values (:volunteer, :entry, :name, :content, :minutes, :host, :day)""")
                .param("volunteer", volunteerId)
                .param("entry", entryId)
                .param("name", facts.name())
                .param("content", facts.content())
                .param("minutes", facts.learningMinutes())
                .param("host", facts.host())
                .param("day", facts.date())
                .update();
    }

    void insert(long volunteerId, long entryId, CommendationDraft facts) {
        var level = facts.level();
        jdbc.sql("""
                        insert into dossier_commendation (volunteer_id, entry_id, name, awarded_on, awarding_unit, award,
                            award_level, document_number, words)
                        values (:volunteer, :entry, :name, :day, :unit, :award, :level, :document, :words)""")
                .param("volunteer", volunteerId)
                .param("entry", entryId)
                .param("name", facts.name())
                .param("day", facts.date())
                .param("unit", facts.awardingUnit())
                .param("award", facts.award().name())
                .param("level", level == null ? null : level.name(), Types.VARCHAR)
                .param("document", facts.documentNumber(), Types.VARCHAR)
                .param("words", facts.words(), Types.VARCHAR)
                .update();
    }

    void insert(Evaluation evaluation, int ruleVersion) {
        jdbc.sql("""
                        insert into dossier_evaluation (volunteer_id, entry_id, activity_id, activity_title,
                            organization_name, quality, words, served_on, evaluated_on, rule_version)
                        values (:volunteer, :entry, :activity, :title, :organization, :quality, :words, :served, :day, :rule)""")
                .param("volunteer", evaluation.mark().volunteerId())
                .param("entry", evaluation.mark().entryId())
                .param("activity", evaluation.activityId())
                .param("title", evaluation.activityTitle())
                .param("organization", evaluation.organizationName())
                .param("quality", evaluation.quality())
                .param("words", evaluation.words(), Types.VARCHAR)
                .param("served", evaluation.servedOn())
                .param("day", evaluation.evaluatedOn())
                .param("rule", ruleVersion)
                .update();
    }

    List<Training> trainings(long volunteerId) {
        return jdbc.sql(MARK + "from dossier_training e " + STANDING + """
                        where e.volunteer_id = :volunteer and s.state = 'RECORDED'
                        order by e.held_on desc, e.entry_id desc""")
                .param("volunteer", volunteerId)
                .query((row, i) -> training(row))
                .list();
    }

    List<Commendation> commendations(long volunteerId) {
        return jdbc.sql(MARK + "from dossier_commendation e " + STANDING + """
                        where e.volunteer_id = :volunteer and s.state not in ('SUPERSEDED', 'VOID')
                        order by e.awarded_on desc, e.entry_id desc""")
                .param("volunteer", volunteerId)
                .query((row, i) -> commendation(row))
                .list();
    }

    /** Evaluations on record that the volunteer may see now. */
    List<Evaluation> evaluations(long volunteerId, Instant now) {
        return jdbc.sql(MARK + "from dossier_evaluation e " + STANDING + """
                        where e.volunteer_id = :volunteer and s.state = 'RECORDED'
                          and (s.shown_from is null or s.shown_from <= :now)
                        order by e.served_on desc, e.entry_id desc""")
                .param("volunteer", volunteerId)
                .param("now", utc(now))
                .query((row, i) -> evaluation(row))
                .list();
    }

    /** How many evaluations there are that the volunteer may not see yet. */
    int countHidden(long volunteerId, Instant now) {
        return jdbc.sql("""
                        select count(*) from dossier_standing where volunteer_id = :volunteer and part = 'EVALUATION'
                          and state = 'RECORDED' and shown_from > :now""")
                .param("volunteer", volunteerId)
                .param("now", utc(now))
                .query((row, i) -> row.getInt(1))
                .single();
    }

    /** The team's live evaluations in an activity of these volunteers. */
    List<Evaluation> ofActivity(long activityId, List<Long> volunteers) {
        return jdbc.sql(MARK + "from dossier_evaluation e " + STANDING + """
                        where e.volunteer_id = any(:volunteers) and s.activity_id = :activity and s.state = 'RECORDED'""")
                .param("volunteers", volunteers.toArray(Long[]::new))
                .param("activity", activityId)
                .query((row, i) -> evaluation(row))
                .list();
    }

    /** Trainings that an organization recorded, the latest first. */
    List<Training> trainingsOf(long organizationId, int limit) {
        return jdbc.sql(MARK + "from dossier_standing s0 join dossier_training e on e.volunteer_id = s0.volunteer_id"
                        + " and e.entry_id = s0.entry_id " + STANDING + """
                        where s0.organization_id = :organization and s0.part = 'TRAINING' and s0.state = 'RECORDED'
                        order by s0.entry_id desc limit :limit""")
                .param("organization", organizationId)
                .param("limit", limit)
                .query((row, i) -> training(row))
                .list();
    }

    /** Commendations that an organization recorded, the latest first. */
    List<Commendation> commendationsOf(long organizationId, int limit) {
        return jdbc.sql(MARK
                        + "from dossier_standing s0 join dossier_commendation e on e.volunteer_id = s0.volunteer_id"
                        + " and e.entry_id = s0.entry_id " + STANDING + """
                        where s0.organization_id = :organization and s0.part = 'COMMENDATION' and s0.state = 'RECORDED'
                        order by s0.entry_id desc limit :limit""")
                .param("organization", organizationId)
                .param("limit", limit)
                .query((row, i) -> commendation(row))
                .list();
    }

    Optional<Training> training(long volunteerId, long entryId) {
        return jdbc.sql(MARK + "from dossier_training e " + STANDING + "where e.volunteer_id = :v and e.entry_id = :e")
                .param("v", volunteerId)
                .param("e", entryId)
                .query((row, i) -> training(row))
                .optional();
    }

    Optional<Commendation> commendation(long volunteerId, long entryId) {
        return jdbc.sql(MARK + "from dossier_commendation e " + STANDING
                        + "where e.volunteer_id = :v and e.entry_id = :e")
                .param("v", volunteerId)
                .param("e", entryId)
                .query((row, i) -> commendation(row))
                .optional();
    }

    Optional<Evaluation> evaluation(long volunteerId, long entryId) {
        return jdbc.sql(MARK + "from dossier_evaluation e " + STANDING
                        + "where e.volunteer_id = :v and e.entry_id = :e")
                .param("v", volunteerId)
                .param("e", entryId)
                .query((row, i) -> evaluation(row))
                .optional();
    }

    private static EntryMark mark(ResultSet row) throws SQLException {
        String issuer = row.getString("issuer");
        return new EntryMark(
                row.getLong("volunteer_id"),
                row.getLong("entry_id"),
                Part.valueOf(row.getString("part")),
                EntryState.valueOf(row.getString("state")),
                row.getObject("organization_id", Long.class),
                row.getString("recorder"),
                issuer == null ? null : new Origin(issuer, row.getBoolean("verified")),
                row.getObject("answer_by", LocalDate.class),
                instant(row, "at"));
    }

    private static Training training(ResultSet row) throws SQLException {
        return new Training(
                mark(row),
                new TrainingDraft(
                        row.getString("name"),
                        row.getString("content"),
                        row.getInt("learning_minutes"),
                        row.getString("host"),
                        row.getObject("held_on", LocalDate.class)));
    }

    private static Commendation commendation(ResultSet row) throws SQLException {
        String level = row.getString("award_level");
        return new Commendation(
                mark(row),
                new CommendationDraft(
                        row.getString("name"),
                        row.getObject("awarded_on", LocalDate.class),
                        row.getString("awarding_unit"),
                        Award.valueOf(row.getString("award")),
                        level == null ? null : AwardLevel.valueOf(level),
                        row.getString("document_number"),
                        row.getString("words")));
    }

    private static Evaluation evaluation(ResultSet row) throws SQLException {
        return new Evaluation(
                mark(row),
                row.getLong("activity_id"),
                row.getString("activity_title"),
                row.getString("organization_name"),
                row.getString("quality"),
                row.getString("words"),
                row.getObject("served_on", LocalDate.class),
                row.getObject("evaluated_on", LocalDate.class));
    }
}
