package org.yiwang.teamstar;

import static org.yiwang.platform.Moments.instantOrNull;
import static org.yiwang.platform.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.kernel.Reach;
import org.yiwang.kernel.RegionCode;
import org.yiwang.organization.OrganizationView;
import org.yiwang.teamstar.RunView.State;

/** SQL of runs. */
@Repository
class RunStore {

    private final JdbcClient jdbc;

    RunStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Begins a run; false if the region has one of that year. */
    boolean insert(RunView run, long by, Instant now) {
        return jdbc.sql("""
                        insert into teamstar_run (run_id, year, region_code, scheme_version, state, figures_until, teams,
                            started_by, started_at)
                        values (:id, :year, :region, :version, 'COUNTING', :until, :teams, :by, :now)
                        on conflict (year, region_code) do nothing""")
                        .param("id", run.id())
                        .param("year", run.year())
                        .param("region", run.region().value())
                        .param("version", run.schemeVersion())
                        .param("until", run.figuresUntil())
                        .param("teams", run.teams())
                        .param("by", by)
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    /** Lets these teams wait to be counted, unless another run has them in that year; how many. */
    int addTeams(RunView run, Collection<OrganizationView> teams) {
        return jdbc.sql("""
                        insert into teamstar_rating (organization_id, year, run_id, name, region_code, state)
                        select o, :year, :run, n, r, 'WAITING'
                        from unnest(:ids::bigint[], :names::text[], :regions::text[]) as t (o, n, r) order by o
                        on conflict (organization_id, year) do nothing""")
                .param("year", run.year())
                .param("run", run.id())
                .param("ids", teams.stream().map(OrganizationView::id).toArray(Long[]::new))
                .param("names", teams.stream().map(OrganizationView::name).toArray(String[]::new))
                .param("regions", teams.stream().map(t -> t.region().value()).toArray(String[]::new))
                .update();
    }

    void setTeams(long id) {
        jdbc.sql("""
                        update teamstar_run set teams = (select count(*) from teamstar_rating where run_id = :id)
                        where run_id = :id""").param("id", id).update();
    }

    /** Back to the beginning, up to another day and by another version. */
    void restart(long id, LocalDate until, int version) {
        jdbc.sql("""
                        update teamstar_rating set state = 'WAITING', figures = null, computed_stars = null,
                            total_per_mille = null, has_obstacle = null where run_id = :id""").param("id", id).update();
        jdbc.sql("""
                        update teamstar_run set state = 'COUNTING', done = 0, counted_at = null, speak_until = null,
                            figures_until = :until, scheme_version = :version
                        where run_id = :id""")
                .param("id", id)
                .param("until", until)
                .param("version", version)
                .update();
    }

    Optional<RunView> find(long id) {
        return jdbc.sql("select * from teamstar_run where run_id = :id")
                .param("id", id)
                .query((row, i) -> run(row))
                .optional();
    }

    /** As {@link #find}; nobody else changes it until the transaction ends. */
    Optional<RunView> lock(long id) {
        return jdbc.sql("select * from teamstar_run where run_id = :id for update")
                .param("id", id)
                .query((row, i) -> run(row))
                .optional();
    }

    /** As {@link #find}; it stays in its state until the transaction ends. */
    Optional<RunView> hold(long id) {
        return jdbc.sql("select * from teamstar_run where run_id = :id for share")
                .param("id", id)
                .query((row, i) -> run(row))
                .optional();
    }

    List<RunView> within(Reach reach, int limit, int offset) {
        return jdbc.sql("""
                        select * from teamstar_run where region_code like any(:regions)
                        order by year desc, region_code limit :limit offset :offset""")
                .param("regions", reach.regionPatterns())
                .param("limit", limit)
                .param("offset", offset)
                .query((row, i) -> run(row))
                .list();
    }

    /** Those that are being counted. */
    List<Long> counting() {
        return jdbc.sql("select run_id from teamstar_run where state = 'COUNTING' order by run_id")
                .query((row, i) -> row.getLong(1))
                .list();
    }

    /** Those whose public notice was over before that day. */
    List<Long> due(LocalDate today) {
        return jdbc.sql("""
                        select run_id from teamstar_run where state = 'NOTICE' and notice_until < :today order by run_id""")
                .param("today", today)
                .query((row, i) -> row.getLong(1))
                .list();
    }

    void progress(long id, int more) {
        jdbc.sql("update teamstar_run set done = done + :more where run_id = :id")
                .param("id", id)
                .param("more", more)
                .update();
    }

    void open(long id, LocalDate speakUntil, Instant now) {
        jdbc.sql("""
                        update teamstar_run set state = 'OPEN', counted_at = :now, speak_until = :until
                        where run_id = :id""")
                .param("id", id)
                .param("until", speakUntil)
                .param("now", utc(now))
                .update();
    }

    void announce(long id, LocalDate until, long by, Instant now) {
        jdbc.sql("""
                        update teamstar_run set state = 'NOTICE', notice_until = :until, announced_by = :by,
                            announced_at = :now
                        where run_id = :id""")
                .param("id", id)
                .param("until", until)
                .param("by", by)
                .param("now", utc(now))
                .update();
    }

    void publish(long id, Instant now) {
        jdbc.sql("update teamstar_run set state = 'PUBLISHED', published_at = :now where run_id = :id")
                .param("id", id)
                .param("now", utc(now))
                .update();
    }

    /** Years of which something is on notice or published, the latest first. */
    List<Integer> publicYears() {
        return jdbc.sql("""
                        select distinct year from teamstar_run where state in ('NOTICE', 'PUBLISHED') order by year desc""").query((row, i) -> row.getInt(1)).list();
    }

    private static RunView run(ResultSet row) throws SQLException {
        return new RunView(
                row.getLong("run_id"),
                row.getInt("year"),
                new RegionCode(row.getString("region_code")),
                row.getInt("scheme_version"),
                State.valueOf(row.getString("state")),
                row.getObject("figures_until", LocalDate.class),
                row.getInt("teams"),
                row.getInt("done"),
                instantOrNull(row, "counted_at"),
                row.getObject("speak_until", LocalDate.class),
                row.getObject("notice_until", LocalDate.class),
                instantOrNull(row, "published_at"));
    }
}
