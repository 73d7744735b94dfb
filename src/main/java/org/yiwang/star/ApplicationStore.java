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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.kernel.RegionCode;
import org.yiwang.record.PersonHours.Minutes;
import org.yiwang.star.ReviewLevel.Desk;
import org.yiwang.star.StarApplication.Deed;
import org.yiwang.star.StarApplication.Evaluation;
import org.yiwang.star.StarApplication.State;
import org.yiwang.star.StarApplication.Step;

/** SQL of applications and of what happened to them. */
@Repository
class ApplicationStore {

    private static final String SELECT = "select a.* from star_application a ";

    /** What waits on a desk: for the team, or at a level with its region. */
    private static final String ON_DESK = """
            a.state = 'REVIEW' and (
                a.level = 'TEAM' and a.team_ancestors && :organizations
                or a.level <> 'TEAM' and exists (
                    select 1 from unnest(:levels::text[], :patterns::text[]) d(level, pattern)
                    where d.level = a.level and a.region_code like d.pattern))
            """;

    private final JdbcClient jdbc;

    ApplicationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether it was put down: not if another one of the person is open. */
    boolean insert(StarApplication a) {
        return bind(jdbc.sql("""
                        insert into star_application (id, volunteer_id, star, path, state, level, team_id, team_ancestors,
                            region_code, statement, filed_by, filed_at, scheme_version, cut_off, credit_minutes,
                            honour_minutes, objected, notice_until, closed_at)
                        values (:id, :volunteer, :star, :path, :state, :level, :team, :ancestors, :region, :statement,
                            :by, :at, :version, :cutOff, :credit, :honour, :objected, :until, :closed)
                        on conflict do nothing"""), a)
                        .param("volunteer", a.volunteerId())
                        .param("star", a.star())
                        .param("path", a.path().name())
                        .param("statement", a.statement())
                        .param("by", a.filedBy())
                        .param("at", utc(a.filedAt()))
                        .update()
                == 1;
    }

    /** Writes how it stands now. */
    void update(StarApplication a) {
        bind(jdbc.sql("""
                        update star_application set state = :state, level = :level, team_id = :team,
                            team_ancestors = :ancestors, region_code = :region, scheme_version = :version, cut_off = :cutOff,
                            credit_minutes = :credit, honour_minutes = :honour, objected = :objected,
                            notice_until = :until, closed_at = :closed
                        where id = :id"""), a).update();
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec sql, StarApplication a) {
        Evaluation e = a.evaluation();
        ReviewLevel level = a.level();
        return sql.param("id", a.id())
                .param("state", a.state().name())
                .param("level", level == null ? null : level.name(), Types.VARCHAR)
                .param("team", a.teamId(), Types.BIGINT)
                .param("ancestors", a.teamAncestors().toArray(Long[]::new))
                .param("region", a.region().value())
                .param("version", e.schemeVersion())
                .param("cutOff", e.cutOff())
                .param("credit", e.minutes().creditMinutes())
                .param("honour", e.minutes().honourMinutes())
                .param("objected", a.objected())
                .param("until", utcOrNull(a.noticeUntil()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("closed", utcOrNull(a.closedAt()), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    Optional<StarApplication> find(long id) {
        return jdbc.sql(SELECT + "where a.id = :id")
                .param("id", id)
                .query((row, i) -> application(row))
                .optional();
    }

    /** Holds it until the transaction ends. */
    Optional<StarApplication> lock(long id) {
        return jdbc.sql(SELECT + "where a.id = :id for update")
                .param("id", id)
                .query((row, i) -> application(row))
                .optional();
    }

    /** The one of a person that is open, held until the transaction ends. */
    Optional<StarApplication> lockOpen(long volunteerId) {
        return jdbc.sql(SELECT + """
                        where a.volunteer_id = :volunteer and a.state in ('NOMINATED', 'REVIEW', 'NOTICE') for update""")
                .param("volunteer", volunteerId)
                .query((row, i) -> application(row))
                .optional();
    }

    List<StarApplication> ofVolunteers(Collection<Long> volunteerIds) {
        return jdbc.sql(SELECT + "where a.volunteer_id = any(:people) order by a.filed_at desc, a.id desc limit 200")
                .param("people", volunteerIds.toArray(Long[]::new))
                .query((row, i) -> application(row))
                .list();
    }

    /** When that star was last refused to the person. */
    Optional<Instant> lastRefused(long volunteerId, int star) {
        return jdbc.sql("""
                        select closed_at from star_application
                        where volunteer_id = :volunteer and star = :star and state = 'REFUSED'
                        order by closed_at desc limit 1""")
                .param("volunteer", volunteerId)
                .param("star", star)
                .query((row, i) -> instant(row, "closed_at"))
                .optional();
    }

    List<StarApplication> waiting(Desk desk, int limit, int offset) {
        return onDesk(SELECT + "where " + ON_DESK + " order by a.filed_at, a.id limit :limit offset :offset", desk)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, i) -> application(row))
                .list();
    }

    int countWaiting(Desk desk) {
        return onDesk("select count(*) from star_application a where " + ON_DESK, desk)
                .query((row, i) -> row.getInt(1))
                .single();
    }

    private JdbcClient.StatementSpec onDesk(String sql, Desk desk) {
        return jdbc.sql(sql)
                .param("levels", desk.levels().toArray(String[]::new))
                .param("patterns", desk.patterns().toArray(String[]::new))
                .param("organizations", desk.organizations().toArray(Long[]::new));
    }

    /** What is on public notice, the one that ends next first. */
    List<StarApplication> onNotice(int limit, int offset) {
        return jdbc.sql(SELECT + "where a.state = 'NOTICE' order by a.notice_until, a.id limit :limit offset :offset")
                .param("limit", limit)
                .param("offset", offset)
                .query((row, i) -> application(row))
                .list();
    }

    /** Those whose notice is over, the longest over first. */
    List<Long> due(Instant now) {
        return jdbc.sql("""
                        select a.id from star_application a
                        where a.state = 'NOTICE' and a.notice_until <= :now
                        order by a.notice_until, a.id""")
                .param("now", utc(now))
                .query((row, i) -> row.getLong(1))
                .list();
    }

    /** One of them, held until the transaction ends; empty if somebody else holds it or has dealt with it. */
    Optional<StarApplication> lockDue(long id, Instant now) {
        return jdbc.sql(SELECT + """
                        where a.id = :id and a.state = 'NOTICE' and a.notice_until <= :now
                        for update skip locked""")
                .param("id", id)
                .param("now", utc(now))
                .query((row, i) -> application(row))
                .optional();
    }

    /** Those that wait for this team or one below it, held until the transaction ends. */
    List<StarApplication> lockWaitingForTeam(long organizationId) {
        return jdbc.sql(SELECT + """
                        where a.state = 'REVIEW' and a.level = 'TEAM' and a.team_ancestors && array[:team]::bigint[]
                        order by a.id for update""")
                .param("team", organizationId)
                .query((row, i) -> application(row))
                .list();
    }

    /** How often an account has objected since. */
    int countObjections(long accountId, Instant since) {
        return jdbc.sql("""
                        select count(*) from star_step
                        where account_id = :account and deed = 'OBJECTED' and at > :since""")
                .param("account", accountId)
                .param("since", utc(since))
                .query((row, i) -> row.getInt(1))
                .single();
    }

    void step(long id, Step step) {
        ReviewLevel level = step.level();
        jdbc.sql("""
                        insert into star_step (application_id, step_no, deed, level, at, account_id, why, scheme_version)
                        select :id, coalesce(max(step_no), 0) + 1, :deed, :level, :at, :account, :why, :version
                        from star_step where application_id = :id""")
                .param("id", id)
                .param("deed", step.deed().name())
                .param("level", level == null ? null : level.name(), Types.VARCHAR)
                .param("at", utc(step.at()))
                .param("account", step.accountId())
                .param("why", step.why())
                .param("version", step.schemeVersion())
                .update();
    }

    List<Step> steps(long id) {
        return jdbc.sql("select * from star_step where application_id = :id order by step_no")
                .param("id", id)
                .query((row, i) -> new Step(
                        Deed.valueOf(row.getString("deed")),
                        level(row),
                        instant(row, "at"),
                        row.getLong("account_id"),
                        row.getString("why"),
                        row.getInt("scheme_version")))
                .list();
    }

    private static StarApplication application(ResultSet row) throws SQLException {
        return new StarApplication(
                row.getLong("id"),
                row.getLong("volunteer_id"),
                row.getInt("star"),
                StarScheme.Path.valueOf(row.getString("path")),
                State.valueOf(row.getString("state")),
                level(row),
                row.getObject("team_id", Long.class),
                Arrays.asList((Long[]) row.getArray("team_ancestors").getArray()),
                new RegionCode(row.getString("region_code")),
                row.getString("statement"),
                row.getLong("filed_by"),
                instant(row, "filed_at"),
                new Evaluation(
                        row.getInt("scheme_version"),
                        row.getObject("cut_off", LocalDate.class),
                        new Minutes(row.getLong("credit_minutes"), row.getLong("honour_minutes"))),
                row.getBoolean("objected"),
                instantOrNull(row, "notice_until"),
                instantOrNull(row, "closed_at"));
    }

    @Nullable
    private static ReviewLevel level(ResultSet row) throws SQLException {
        String name = row.getString("level");
        return name == null ? null : ReviewLevel.valueOf(name);
    }
}
