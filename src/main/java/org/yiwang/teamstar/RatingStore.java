package org.yiwang.teamstar;

import static org.yiwang.platform.Moments.instant;
import static org.yiwang.platform.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.kernel.Reach;
import org.yiwang.kernel.RegionCode;
import org.yiwang.teamstar.RatingView.State;
import org.yiwang.teamstar.StepView.What;
import tools.jackson.databind.ObjectMapper;

/** SQL of ratings and their steps. */
@Repository
class RatingStore {

    /** A decision is needed where there are stars, a raise or a question. */
    private static final String UNDECIDED = """
            (t.state = 'RAISE' or t.state = 'PROPOSED' and (t.computed_stars > 0 or t.answered = false))""";

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    RatingStore(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<RatingView> find(long organization, int year) {
        return one("", organization, year);
    }

    /** As {@link #find}; nobody else changes it until the transaction ends. */
    Optional<RatingView> lock(long organization, int year) {
        return one("for update", organization, year);
    }

    private Optional<RatingView> one(String how, long organization, int year) {
        return jdbc.sql("select * from teamstar_rating where organization_id = :organization and year = :year " + how)
                .param("organization", organization)
                .param("year", year)
                .query(this::rating)
                .optional();
    }

    /** All years of a team that are counted, the latest first. */
    List<RatingView> ofTeam(long organization) {
        return jdbc.sql("""
                        select * from teamstar_rating where organization_id = :organization and state <> 'WAITING'
                        order by year desc""")
                .param("organization", organization)
                .query(this::rating)
                .list();
    }

    /** Of a run: what needs a decision first, then by stars and name. */
    List<RatingView> ofRun(long run, int limit, int offset) {
        return jdbc.sql("""
                        select t.* from teamstar_rating t where t.run_id = :run
                        order by (t.aside_by is not null) desc, (t.answered is not distinct from false) desc, %s desc nulls last, t.computed_stars desc nulls last,
                            t.name, t.organization_id
                        limit :limit offset :offset""".formatted(UNDECIDED))
                .param("run", run)
                .param("limit", limit)
                .param("offset", offset)
                .query(this::rating)
                .list();
    }

    /** Some that wait to be counted, in the order of their teams. */
    List<RatingView> waiting(long run, int limit) {
        return jdbc.sql("""
                        select * from teamstar_rating where run_id = :run and state = 'WAITING'
                        order by organization_id limit :limit for update""")
                .param("run", run)
                .param("limit", limit)
                .query(this::rating)
                .list();
    }

    /** Those of a run that can be confirmed as they are: stars, no raise, no open question. */
    List<RatingView> plain(long run) {
        return jdbc.sql("""
                        select * from teamstar_rating
                        where run_id = :run and state = 'PROPOSED' and computed_stars > 0 and answered is distinct from false
                        order by organization_id for update""").param("run", run).query(this::rating).list();
    }

    /** Those of the teams about which they may ask that day and have not, the one whose time ends first first. */
    List<RatingView> proposed(Collection<Long> organizations, LocalDate today) {
        return jdbc.sql("""
                        select t.* from teamstar_rating t join teamstar_run r on r.run_id = t.run_id
                        where t.organization_id = any(:organizations) and r.state = 'OPEN' and t.question is null
                          and t.state <> 'WAITING' and r.speak_until >= :today
                          and r.figures_until >= make_date(r.year, 12, 31)
                        order by r.speak_until, t.organization_id""")
                .param("organizations", organizations.toArray(Long[]::new))
                .param("today", today)
                .query(this::rating)
                .list();
    }

    /** Counted ones of that year in reach, by region. */
    List<RatingView> counted(int year, Reach reach) {
        return jdbc.sql("""
                        select t.* from teamstar_rating t join teamstar_run r on r.run_id = t.run_id
                        where t.year = :year and t.state <> 'WAITING' and r.region_code like any(:regions)
                        order by t.organization_id""")
                .param("year", year)
                .param("regions", reach.regionPatterns())
                .query(this::rating)
                .list();
    }

    /** How many there are of a run, by state and stars: given ones where there are, otherwise computed. */
    List<Tally> tally(long run) {
        return jdbc.sql("""
                        select t.state, coalesce(t.stars, t.computed_stars, 0)::int, count(*)::int,
                               (count(*) filter (where %s))::int
                        from teamstar_rating t where t.run_id = :run group by 1, 2 order by 2 desc, 1""".formatted(UNDECIDED))
                .param("run", run)
                .query((row, i) ->
                        new Tally(State.valueOf(row.getString(1)), row.getInt(2), row.getInt(3), row.getInt(4)))
                .list();
    }

    record Tally(State state, int stars, int teams, int undecided) {}

    /**
     * How many ratings within reach need a decision: of runs that lie open and are counted to the end of their year, and during
     * public notice where stars are to be taken away.
     */
    int countUndecided(Reach reach) {
        return jdbc.sql("""
                        select count(*) from teamstar_rating t join teamstar_run r on r.run_id = t.run_id
                        where r.region_code like any(:regions)
                          and (r.state = 'OPEN' and r.figures_until >= make_date(r.year, 12, 31) and %s
                               or r.state = 'NOTICE' and t.aside_by is not null)""".formatted(UNDECIDED))
                .param("regions", reach.regionPatterns())
                .query((row, i) -> row.getInt(1))
                .single();
    }

    void count(Map<RatingView, Rating> rated, Map<Long, Figures> figures) {
        List<Map.Entry<RatingView, Rating>> rows = List.copyOf(rated.entrySet());
        jdbc.sql("""
                        update teamstar_rating t set state = 'PROPOSED', figures = v.f::jsonb, computed_stars = v.s,
                            total_per_mille = v.m, has_obstacle = v.b
                        from unnest(:ids::bigint[], :figures::text[], :stars::int[], :totals::int[], :obstacles::boolean[])
                            as v (o, f, s, m, b)
                        where t.organization_id = v.o and t.year = :year""")
                .param("year", rows.getFirst().getKey().year())
                .param(
                        "ids",
                        rows.stream().map(r -> r.getKey().organizationId()).toArray(Long[]::new))
                .param(
                        "figures",
                        rows.stream()
                                .map(r -> json.writeValueAsString(
                                        figures.get(r.getKey().organizationId())))
                                .toArray(String[]::new))
                .param("stars", rows.stream().map(r -> r.getValue().stars()).toArray(Integer[]::new))
                .param("totals", rows.stream().map(r -> r.getValue().total()).toArray(Integer[]::new))
                .param(
                        "obstacles",
                        rows.stream()
                                .map(r -> !r.getValue().obstacles().isEmpty())
                                .toArray(Boolean[]::new))
                .update();
    }

    /** Writes a decision, or takes it back with state PROPOSED; a question is answered by it. */
    void decide(RatingView r, State state, @Nullable Integer stars, @Nullable Long by, @Nullable Long second) {
        jdbc.sql("""
                        update teamstar_rating set state = :state, stars = :stars, raise_to = null, raise_by = null,
                            aside_by = null, aside_why = null, aside_until = null, aside_reply = null,
                            decided_by = :by, second_by = :second,
                            answered = case when question is not null then true end
                        where organization_id = :organization and year = :year""")
                .param("organization", r.organizationId())
                .param("year", r.year())
                .param("state", state.name())
                .param("stars", stars, Types.SMALLINT)
                .param("by", by, Types.BIGINT)
                .param("second", second, Types.BIGINT)
                .update();
    }

    /** Notes that the stars are to be taken away; null if they stay as they were given. */
    void aside(RatingView r, RatingView.@Nullable Aside aside) {
        jdbc.sql("""
                        update teamstar_rating set aside_by = :by, aside_why = :why, aside_until = :until, aside_reply = null
                        where organization_id = :organization and year = :year""")
                .param("organization", r.organizationId())
                .param("year", r.year())
                .param("by", aside == null ? null : aside.by(), Types.BIGINT)
                .param("why", aside == null ? null : aside.why(), Types.VARCHAR)
                .param("until", aside == null ? null : aside.until(), Types.DATE)
                .update();
    }

    void replyAside(RatingView r, String words) {
        jdbc.sql("""
                        update teamstar_rating set aside_reply = :words
                        where organization_id = :organization and year = :year""")
                .param("organization", r.organizationId())
                .param("year", r.year())
                .param("words", words)
                .update();
    }

    /** Whether a team of a run was told that its stars are to be taken away, and that is not decided. */
    boolean hasAside(long run) {
        return jdbc.sql("select exists (select 1 from teamstar_rating where run_id = :run and aside_by is not null)")
                .param("run", run)
                .query((row, i) -> row.getBoolean(1))
                .single();
    }

    /** Whether the program has told a team this before. */
    boolean wasFound(RatingView r, String why) {
        return steps(r.organizationId(), r.year()).stream()
                .anyMatch(s -> s.what() == What.ASIDE_TOLD && s.accountId() == 0 && why.equals(s.words()));
    }

    /** Confirms many as computed. */
    void confirmAll(int year, Collection<Long> organizations, long by) {
        jdbc.sql("""
                        update teamstar_rating set state = 'CONFIRMED', stars = computed_stars, decided_by = :by
                        where organization_id = any(:organizations) and year = :year""")
                .param("organizations", organizations.toArray(Long[]::new))
                .param("year", year)
                .param("by", by)
                .update();
    }

    void askRaise(RatingView r, int to, long by) {
        jdbc.sql("""
                        update teamstar_rating set state = 'RAISE', stars = null, decided_by = null, second_by = null,
                            raise_to = :to, raise_by = :by
                        where organization_id = :organization and year = :year""")
                .param("organization", r.organizationId())
                .param("year", r.year())
                .param("to", to)
                .param("by", by)
                .update();
    }

    /** Back to what was computed; a question of the team stays open. */
    void refuseRaise(RatingView r) {
        jdbc.sql("""
                        update teamstar_rating set state = 'PROPOSED', raise_to = null, raise_by = null
                        where organization_id = :organization and year = :year""")
                .param("organization", r.organizationId())
                .param("year", r.year())
                .update();
    }

    boolean hasObstacle(long organization, int year) {
        return jdbc.sql("""
                        select has_obstacle from teamstar_rating where organization_id = :organization and year = :year""")
                .param("organization", organization)
                .param("year", year)
                .query((row, i) -> row.getBoolean(1))
                .single();
    }

    /** Notes what the team asks; a decision made before is open again. */
    void ask(RatingView r, String words, long by) {
        jdbc.sql("""
                        update teamstar_rating set question = :words, asked_by = :by, answered = false,
                            state = case when state = 'RAISE' then state else 'PROPOSED' end, stars = null,
                            decided_by = null, second_by = null
                        where organization_id = :organization and year = :year""")
                .param("organization", r.organizationId())
                .param("year", r.year())
                .param("words", words)
                .param("by", by)
                .update();
    }

    void addStep(Collection<Long> organizations, int year, StepView step) {
        jdbc.sql("""
                        insert into teamstar_step (organization_id, year, step_no, what, stars, words, account_id, at)
                        select o, :year, 1 + (select count(*) from teamstar_step s where s.organization_id = o and s.year = :year),
                               :what, coalesce(:stars, t.stars, t.computed_stars), :words, :by, :at
                        from unnest(:organizations::bigint[]) as v (o)
                        join teamstar_rating t on t.organization_id = o and t.year = :year order by o""")
                .param("organizations", organizations.toArray(Long[]::new))
                .param("year", year)
                .param("what", step.what().name())
                .param("stars", step.stars(), Types.SMALLINT)
                .param("words", step.words(), Types.VARCHAR)
                .param("by", step.accountId())
                .param("at", utc(step.at()))
                .update();
    }

    List<StepView> steps(long organization, int year) {
        return jdbc.sql("""
                        select * from teamstar_step where organization_id = :organization and year = :year order by step_no""")
                .param("organization", organization)
                .param("year", year)
                .query((row, i) -> new StepView(
                        What.valueOf(row.getString("what")),
                        integer(row, "stars"),
                        row.getString("words"),
                        row.getLong("account_id"),
                        instant(row, "at")))
                .list();
    }

    /** Those of a run that were given stars. */
    List<RatingView> given(long run) {
        return jdbc.sql(
                        "select * from teamstar_rating where run_id = :run and state = 'CONFIRMED' order by organization_id")
                .param("run", run)
                .query(this::rating)
                .list();
    }

    /** What everybody may see of a year: most stars first, then by name; nothing that orders teams further. */
    List<PublishedStars.Line> published(int year, @Nullable Integer stars, int limit, int offset) {
        return jdbc.sql("""
                        select t.organization_id, t.name, t.region_code, t.stars, r.notice_until, r.state
                        from teamstar_rating t join teamstar_run r on r.run_id = t.run_id
                        where t.year = :year and t.state = 'CONFIRMED' and r.state in ('NOTICE', 'PUBLISHED')
                          and (:stars::int is null or t.stars = :stars)
                        order by t.stars desc, t.name, t.organization_id limit :limit offset :offset""")
                .param("year", year)
                .param("stars", stars, Types.INTEGER)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, i) -> new PublishedStars.Line(
                        row.getLong(1),
                        row.getString(2),
                        new RegionCode(row.getString(3)),
                        row.getInt(4),
                        row.getString(6).equals("NOTICE") ? row.getObject(5, LocalDate.class) : null))
                .list();
    }

    /** The stars of the last published year of a team; empty if it has none of it. */
    Optional<Given> last(long organization) {
        return jdbc.sql("""
                        select t.stars, t.year from teamstar_rating t join teamstar_run r on r.run_id = t.run_id
                        where t.organization_id = :organization and r.state = 'PUBLISHED' order by t.year desc limit 1""")
                .param("organization", organization)
                .query((row, i) -> new Given(integer(row, "stars"), row.getInt("year")))
                .optional();
    }

    record Given(@Nullable Integer stars, int year) {}

    private RatingView rating(ResultSet row, int i) throws SQLException {
        String figures = row.getString("figures");
        return new RatingView(
                row.getLong("organization_id"),
                row.getInt("year"),
                row.getLong("run_id"),
                row.getString("name"),
                new RegionCode(row.getString("region_code")),
                State.valueOf(row.getString("state")),
                figures == null ? null : json.readValue(figures, Figures.class),
                integer(row, "computed_stars"),
                integer(row, "stars"),
                integer(row, "raise_to"),
                row.getObject("raise_by", Long.class),
                row.getString("question"),
                row.getBoolean("answered"),
                aside(row));
    }

    private static RatingView.@Nullable Aside aside(ResultSet row) throws SQLException {
        Long by = row.getObject("aside_by", Long.class);
        return by == null
                ? null
                : new RatingView.Aside(
                        by,
                        row.getString("aside_why"),
                        row.getObject("aside_until", LocalDate.class),
                        row.getString("aside_reply"));
    }

    @Nullable
    private static Integer integer(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }
}
