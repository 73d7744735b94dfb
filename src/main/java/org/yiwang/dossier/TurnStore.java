package org.yiwang.dossier;

import static org.yiwang.platform.Moments.instant;
import static org.yiwang.platform.Moments.instantOrNull;
import static org.yiwang.platform.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.kernel.Reach;
import org.yiwang.kernel.RegionCode;

/** SQL about closed activities, who may speak about them, and what volunteers said. */
@Repository
class TurnStore {

    private static final List<String> QUESTIONS = List.of("safety", "organizing", "usefulness");

    private final JdbcClient jdbc;

    TurnStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void open(Window w) {
        jdbc.sql("""
                        insert into dossier_window (activity_id, organization_id, organization_ancestors, region_code, title,
                            organization_name, closed_at, due_on, open_until)
                        values (:activity, :organization, :ancestors, :region, :title, :name, :closed, :due, :until)
                        on conflict (activity_id) do nothing""")
                .param("activity", w.activityId())
                .param("organization", w.holder().organizationId())
                .param("ancestors", w.holder().ancestors().toArray(Long[]::new))
                .param("region", w.holder().region().value())
                .param("title", w.title())
                .param("name", w.holder().name())
                .param("closed", utc(w.closedAt()))
                .param("due", w.dueOn())
                .param("until", utc(w.openUntil()))
                .update();
    }

    Optional<Window> window(long activityId) {
        return jdbc.sql("select * from dossier_window where activity_id = :activity")
                .param("activity", activityId)
                .query((row, i) -> new Window(
                        row.getLong("activity_id"),
                        Window.holder(
                                row.getLong("organization_id"),
                                List.of((Long[])
                                        row.getArray("organization_ancestors").getArray()),
                                new RegionCode(row.getString("region_code")),
                                row.getString("organization_name")),
                        row.getString("title"),
                        instant(row, "closed_at"),
                        row.getObject("due_on", LocalDate.class),
                        instant(row, "open_until")))
                .optional();
    }

    /** Gives each of those who served their turn, once. */
    void add(Window w, Map<Long, LocalDate> servedOn) {
        jdbc.sql("""
                        insert into dossier_turn (activity_id, volunteer_id, organization_id, served_on, open_until)
                        select :activity, v, :organization, d, :until from unnest(:people, :days::date[]) as t (v, d)
                        order by v
                        on conflict (activity_id, volunteer_id) do nothing""")
                .param("activity", w.activityId())
                .param("organization", w.holder().organizationId())
                .param("until", utc(w.openUntil()))
                .param("people", servedOn.keySet().toArray(Long[]::new))
                .param(
                        "days",
                        servedOn.values().stream().map(LocalDate::toString).toArray(String[]::new))
                .update();
    }

    List<Turn> turns(long activityId) {
        return jdbc.sql("select * from dossier_turn where activity_id = :activity order by volunteer_id")
                .param("activity", activityId)
                .query((row, i) -> turn(row))
                .list();
    }

    /** Keeps both sides waiting until the transaction ends. Lock several in the order of their people. */
    Optional<Turn> lock(long activityId, long volunteerId) {
        return one("for update", activityId, volunteerId);
    }

    Optional<Turn> find(long activityId, long volunteerId) {
        return one("", activityId, volunteerId);
    }

    private Optional<Turn> one(String how, long activityId, long volunteerId) {
        return jdbc.sql("select * from dossier_turn where activity_id = :activity and volunteer_id = :volunteer " + how)
                .param("activity", activityId)
                .param("volunteer", volunteerId)
                .query((row, i) -> turn(row))
                .optional();
    }

    /** Activities of which the volunteers have not said anything yet and still may, the one that ends first first. */
    List<Window> unspoken(List<Long> volunteers, Instant now, int limit) {
        return jdbc
                .sql("""
                        select distinct activity_id, open_until from dossier_turn
                        where volunteer_id = any(:volunteers) and open_until > :now and volunteer_at is null
                        order by open_until, activity_id limit :limit""")
                .param("volunteers", volunteers.toArray(Long[]::new))
                .param("now", utc(now))
                .param("limit", limit)
                .query((row, i) -> row.getLong(1))
                .list()
                .stream()
                .flatMap(id -> window(id).stream())
                .toList();
    }

    /** Those of the people who served in a closed activity of the organization. */
    Set<Long> servedWith(long organizationId, List<Long> volunteers) {
        return Set.copyOf(jdbc.sql("""
                        select distinct volunteer_id from dossier_turn
                        where volunteer_id = any(:volunteers) and organization_id = :organization""")
                .param("volunteers", volunteers.toArray(Long[]::new))
                .param("organization", organizationId)
                .query((row, i) -> row.getLong(1))
                .list());
    }

    /** Organizations in whose closed activities the volunteer served. */
    List<Long> organizationsOf(long volunteerId) {
        return jdbc.sql("select distinct organization_id from dossier_turn where volunteer_id = :volunteer")
                .param("volunteer", volunteerId)
                .query((row, i) -> row.getLong(1))
                .list();
    }

    /** Closed activities of an organization, the last closed first, with their titles. */
    Map<Long, String> recent(long organizationId, int limit) {
        Map<Long, String> recent = new LinkedHashMap<>();
        jdbc.sql("""
                        select activity_id, title from dossier_window where organization_id = :organization
                        order by closed_at desc, activity_id limit :limit""")
                .param("organization", organizationId)
                .param("limit", limit)
                .query(row -> {
                    recent.put(row.getLong("activity_id"), row.getString("title"));
                });
        return recent;
    }

    void teamSpoke(Turn turn, Instant now) {
        spoke("team_at", turn, now, turn.volunteerAt() != null);
    }

    /** Writes what the volunteer said, and notes it in the row of both. */
    void volunteerSpoke(Turn turn, Voice voice, Instant now) {
        jdbc.sql("""
                        insert into dossier_voice (activity_id, volunteer_id, voice_no, safety, organizing, usefulness, words, at)
                        select :activity, :volunteer, 1 + count(*), :safety, :organizing, :usefulness, :words, :at
                        from dossier_voice where activity_id = :activity and volunteer_id = :volunteer""")
                .param("activity", turn.activityId())
                .param("volunteer", turn.volunteerId())
                .param("safety", voice.safety(), Types.SMALLINT)
                .param("organizing", voice.organizing(), Types.SMALLINT)
                .param("usefulness", voice.usefulness(), Types.SMALLINT)
                .param("words", voice.words(), Types.VARCHAR)
                .param("at", utc(now))
                .update();
        jdbc.sql("""
                        update dossier_turn set safety = :safety, organizing = :organizing, usefulness = :usefulness, words = :words
                        where activity_id = :activity and volunteer_id = :volunteer""")
                .param("activity", turn.activityId())
                .param("volunteer", turn.volunteerId())
                .param("safety", voice.safety(), Types.SMALLINT)
                .param("organizing", voice.organizing(), Types.SMALLINT)
                .param("usefulness", voice.usefulness(), Types.SMALLINT)
                .param("words", voice.words(), Types.VARCHAR)
                .update();
        spoke("volunteer_at", turn, now, turn.teamAt() != null);
    }

    private void spoke(String column, Turn turn, Instant now, boolean both) {
        jdbc.sql("update dossier_turn set " + column + " = :at, opened_at = case when :both then :at::timestamptz end"
                        + " where activity_id = :activity and volunteer_id = :volunteer")
                .param("at", utc(now))
                .param("both", both)
                .param("activity", turn.activityId())
                .param("volunteer", turn.volunteerId())
                .update();
    }

    /** Open windows within reach whose crew is not evaluated, the most urgent first. */
    List<EvaluationDuty> duties(Reach reach, Instant now, int limit) {
        return jdbc.sql("""
                        select w.activity_id, w.title, w.due_on, w.open_until, count(*) as served, count(t.team_at) as evaluated
                        from dossier_window w join dossier_turn t on t.activity_id = w.activity_id
                        where w.open_until > :now
                          and (w.region_code like any(:regions) or w.organization_ancestors && :organizations)
                        group by w.activity_id having count(t.team_at) < count(*)
                        order by w.due_on, w.activity_id limit :limit""")
                .param("now", utc(now))
                .param("regions", reach.regionPatterns())
                .param("organizations", reach.organizationIds())
                .param("limit", limit)
                .query((row, i) -> new EvaluationDuty(
                        row.getLong("activity_id"),
                        row.getString("title"),
                        row.getObject("due_on", LocalDate.class),
                        instant(row, "open_until"),
                        row.getInt("served"),
                        row.getInt("evaluated")))
                .list();
    }

    /**
     * Sums of the voices that have been opened, in whole groups of {@code group}: one voice more never changes the sums,
     * so it cannot be read off their difference.
     */
    VoiceSums sums(String whose, long id, int group, Instant now) {
        return jdbc.sql("with " + shown(whose) + """
                        select count(*) as voices,
                            count(*) filter (where safety = 3) as s3, count(*) filter (where safety = 2) as s2,
                            count(*) filter (where safety = 1) as s1,
                            count(*) filter (where organizing = 3) as o3, count(*) filter (where organizing = 2) as o2,
                            count(*) filter (where organizing = 1) as o1,
                            count(*) filter (where usefulness = 3) as u3, count(*) filter (where usefulness = 2) as u2,
                            count(*) filter (where usefulness = 1) as u1
                        from shown where place <= whole""")
                .param("id", id)
                .param("group", group)
                .param("now", utc(now))
                .query((row, i) -> row.getInt("voices") == 0
                        ? VoiceSums.NONE
                        : new VoiceSums(
                                row.getInt("voices"),
                                QUESTIONS.stream().map(q -> answers(row, q)).toList()))
                .single();
    }

    /** The words of the same voices, in an order that says nothing. */
    List<String> words(long activityId, int group, Instant now) {
        return jdbc.sql("with " + shown("activity_id") + """
                        select words from shown where place <= whole and words is not null order by md5(words)""")
                .param("id", activityId)
                .param("group", group)
                .param("now", utc(now))
                .query((row, i) -> row.getString(1))
                .list();
    }

    /** What a volunteer has said, for the person's own file. */
    List<Map<String, Object>> voicesOf(long volunteerId) {
        return jdbc.sql("""
                        select w.title, t.safety, t.organizing, t.usefulness, t.words, t.volunteer_at
                        from dossier_turn t join dossier_window w on w.activity_id = t.activity_id
                        where t.volunteer_id = :volunteer and t.volunteer_at is not null order by t.volunteer_at""")
                .param("volunteer", volunteerId)
                .query((row, i) -> {
                    Map<String, Object> said = new LinkedHashMap<>();
                    said.put("activity", row.getString("title"));
                    for (String question : QUESTIONS) {
                        said.put(question, row.getInt(question));
                    }
                    said.put("words", Objects.requireNonNullElse(row.getString("words"), ""));
                    said.put("at", instant(row, "volunteer_at").toString());
                    return said;
                })
                .list();
    }

    private static String shown(String whose) {
        return """
                shown as (
                    select *, row_number() over (order by opened, activity_id, volunteer_id) as place,
                           count(*) over () / :group * :group as whole
                    from (select *, least(opened_at, open_until) as opened from dossier_turn
                          where %s = :id and volunteer_at is not null) t
                    where opened <= :now)
                """.formatted(whose);
    }

    private static VoiceSums.Answers answers(ResultSet row, String question) {
        try {
            String q = question.substring(0, 1);
            return new VoiceSums.Answers(question, row.getInt(q + 3), row.getInt(q + 2), row.getInt(q + 1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Turn turn(ResultSet row) throws SQLException {
        Instant said = instantOrNull(row, "volunteer_at");
        return new Turn(
                row.getLong("activity_id"),
                row.getLong("volunteer_id"),
                row.getObject("served_on", LocalDate.class),
                instant(row, "open_until"),
                instantOrNull(row, "team_at"),
                said,
                instantOrNull(row, "opened_at"),
                said == null
                        ? null
                        : new Voice(
                                row.getObject("safety", Integer.class),
                                row.getObject("organizing", Integer.class),
                                row.getObject("usefulness", Integer.class),
                                row.getString("words")));
    }
}
