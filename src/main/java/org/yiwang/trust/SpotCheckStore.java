package org.yiwang.trust;

import static org.yiwang.platform.Moments.instant;
import static org.yiwang.platform.Moments.instantOrNull;
import static org.yiwang.platform.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.kernel.Reach;
import org.yiwang.kernel.RegionCode;
import org.yiwang.record.RecordFacts;
import org.yiwang.record.RecordKey;

/** SQL of spot checks. */
@Repository
class SpotCheckStore {

    private static final String TALLY = """
            count(*) filter (where i.why = 'RANDOM')::int as drawn,
            count(*) filter (where i.why = 'RANDOM' and i.outcome = 'CONFIRMED')::int as confirmed,
            count(*) filter (where i.why = 'RANDOM' and i.outcome = 'WRONG_TIME')::int as wrong_time,
            count(*) filter (where i.why = 'RANDOM' and i.outcome = 'WAS_NOT_THERE')::int as not_there,
            count(*) filter (where i.why = 'RANDOM' and i.outcome = 'NOT_REACHED')::int as not_reached,
            count(*) filter (where i.why = 'SERVED')::int as added,
            count(*) filter (where i.outcome is null)::int as open
            """;

    private static final String SAMPLES = """
            select s.sample_id, s.month, s.region_code, s.head_size, s.head_root, s.head_at, s.made_from, s.seed, s.records,
                s.organizations, s.drawn_at, %s
            from trust_sample s join trust_sample_item i on i.sample_id = s.sample_id
            where %s group by s.sample_id order by s.month desc, s.region_code""";

    private static final String PAGE = " limit :rows offset :from";

    private final JdbcClient jdbc;

    SpotCheckStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is written of a new sample.
     *
     * @param id its id
     * @param region the region
     * @param stretch the month, the head by which it was drawn, and since when records are in it
     * @param seed what was made of the head
     * @param records how many there were
     * @param organizations of how many organizations
     * @param population the packed list that was drawn from
     */
    record Drawn(
            long id,
            RegionCode region,
            Stretch stretch,
            String seed,
            int records,
            int organizations,
            byte[] population) {}

    /** Writes a sample; false if that month and region has one. */
    boolean insert(Drawn d, int ruleVersion, long by, Instant now) {
        Stretch stretch = d.stretch();
        return jdbc.sql("""
                        insert into trust_sample (sample_id, month, region_code, head_size, head_root, head_at, made_from, seed,
                            records, organizations, rule_version, population, drawn_by, drawn_at)
                        values (:id, :month, :region, :size, :root, :headAt, :from, :seed, :records, :organizations, :version,
                            :population, :by, :now)
                        on conflict (month, region_code) do nothing""")
                        .param("id", d.id())
                        .param("month", stretch.month().atDay(1))
                        .param("region", d.region().value())
                        .param("size", stretch.head().size())
                        .param("root", stretch.head().root().toString())
                        .param("headAt", utc(stretch.head().at()))
                        .param(
                                "from",
                                stretch.from().equals(Instant.EPOCH) ? null : utc(stretch.from()),
                                Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("seed", d.seed())
                        .param("records", d.records())
                        .param("organizations", d.organizations())
                        .param("version", ruleVersion)
                        .param("population", d.population())
                        .param("by", by)
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    /** Takes samples with people not called yet of which nobody was reminded since that moment, and notes that it was done. */
    List<Long> takeToRemind(Instant since, Instant now) {
        return jdbc.sql("""
                        update trust_sample set reminded_at = :now where sample_id in (
                            select s.sample_id from trust_sample s
                            where coalesce(s.reminded_at, s.drawn_at) <= :since
                              and exists (select 1 from trust_sample_item i
                                          where i.sample_id = s.sample_id and i.outcome is null)
                            order by s.sample_id for update skip locked)
                        returning sample_id""")
                .param("now", utc(now))
                .param("since", utc(since))
                .query((row, i) -> row.getLong(1))
                .list();
    }

    void insertItem(long sampleId, int no, RecordFacts r, boolean drawn) {
        jdbc.sql("""
                        insert into trust_sample_item (sample_id, item_no, volunteer_id, record_id, activity_id,
                            organization_id, organization_name, organization_ancestors, region_code, service_date, why)
                        values (:sample, :no, :volunteer, :record, :activity, :organization, :name, :ancestors, :region,
                            :date, :why)""")
                .param("sample", sampleId)
                .param("no", no)
                .param("volunteer", r.key().volunteerId())
                .param("record", r.key().recordId())
                .param("activity", r.activityId())
                .param("organization", r.organizationId())
                .param("name", r.organizationName())
                .param("ancestors", r.organizationAncestors().toArray(Long[]::new))
                .param("region", r.region().value())
                .param("date", r.serviceDate())
                .param("why", drawn ? "RANDOM" : "SERVED")
                .update();
    }

    List<SampleView> within(Reach reach, int rows, int from) {
        return jdbc.sql(SAMPLES.formatted(TALLY, "s.region_code like any(:regions)") + PAGE)
                .param("rows", rows)
                .param("from", from)
                .param("regions", reach.regionPatterns())
                .query(this::sample)
                .list();
    }

    List<SampleView> all(int rows, int from) {
        return jdbc.sql(SAMPLES.formatted(TALLY, "true") + PAGE)
                .param("rows", rows)
                .param("from", from)
                .query(this::sample)
                .list();
    }

    int countToCall(Reach reach) {
        return jdbc.sql("""
                        select count(*) from trust_sample s join trust_sample_item i on i.sample_id = s.sample_id
                        where i.outcome is null and s.region_code like any(:regions)""")
                .param("regions", reach.regionPatterns())
                .query(Integer.class)
                .single();
    }

    boolean isDrawn(YearMonth month, RegionCode region) {
        return jdbc.sql("select exists (select 1 from trust_sample where month = :month and region_code = :region)")
                .param("month", month.atDay(1))
                .param("region", region.value())
                .query(Boolean.class)
                .single();
    }

    Optional<SampleView> find(long sampleId) {
        return jdbc.sql(SAMPLES.formatted(TALLY, "s.sample_id = :sample"))
                .param("sample", sampleId)
                .query(this::sample)
                .optional();
    }

    Optional<byte[]> population(long sampleId) {
        return jdbc.sql("select population from trust_sample where sample_id = :sample")
                .param("sample", sampleId)
                .query((row, i) -> row.getBytes(1))
                .optional();
    }

    List<SampleView.OfOrganization> byOrganization(long sampleId) {
        return jdbc.sql("select i.organization_id, min(i.organization_name) as name, " + TALLY + """
                        from trust_sample_item i where i.sample_id = :sample and i.why = 'RANDOM'
                        group by i.organization_id order by 2, 1""")
                .param("sample", sampleId)
                .query((row, i) -> new SampleView.OfOrganization(row.getLong(1), row.getString(2), tally(row)))
                .list();
    }

    List<SampleItem> items(long sampleId) {
        return jdbc.sql("select i.* from trust_sample_item i where i.sample_id = :sample order by i.item_no")
                .param("sample", sampleId)
                .query(this::item)
                .list();
    }

    /** The item, locked until the transaction ends. */
    Optional<SampleItem> lock(long sampleId, int no) {
        return jdbc.sql("""
                        select i.* from trust_sample_item i
                        where i.sample_id = :sample and i.item_no = :no for update""")
                .param("sample", sampleId)
                .param("no", no)
                .query(this::item)
                .optional();
    }

    Optional<SampleItem> item(long sampleId, int no) {
        return jdbc.sql("select i.* from trust_sample_item i where i.sample_id = :sample and i.item_no = :no")
                .param("sample", sampleId)
                .param("no", no)
                .query(this::item)
                .optional();
    }

    List<SampleItem.Call> calls(long sampleId, int no) {
        return jdbc.sql("""
                        select outcome, note, called_by, called_at from trust_call
                        where sample_id = :sample and item_no = :no order by call_no""")
                .param("sample", sampleId)
                .param("no", no)
                .query((row, i) -> new SampleItem.Call(
                        Outcome.valueOf(row.getString(1)), row.getString(2), row.getLong(3), instant(row, "called_at")))
                .list();
    }

    void note(SampleItem item, Outcome outcome, String note, long by, Instant now) {
        jdbc.sql("""
                        insert into trust_call (sample_id, item_no, call_no, outcome, note, called_by, called_at)
                        values (:sample, :no,
                            (select coalesce(max(call_no), 0) + 1 from trust_call
                             where sample_id = :sample and item_no = :no),
                            :outcome, :note, :by, :now)""")
                .param("sample", item.sampleId())
                .param("no", item.no())
                .param("outcome", outcome.name())
                .param("note", note)
                .param("by", by)
                .param("now", utc(now))
                .update();
        jdbc.sql("""
                        update trust_sample_item set outcome = :outcome, outcome_by = :by, outcome_at = :now
                        where sample_id = :sample and item_no = :no""")
                .param("sample", item.sampleId())
                .param("no", item.no())
                .param("outcome", outcome.name())
                .param("by", by)
                .param("now", utc(now))
                .update();
    }

    /** The last word about records of these activities from those who were reached. */
    Map<RecordKey, Outcome> outcomes(Collection<Long> activityIds) {
        Map<RecordKey, Outcome> found = new HashMap<>();
        jdbc.sql("""
                        select volunteer_id, record_id, outcome from trust_sample_item
                        where activity_id = any(:activities) and outcome is not null and outcome <> 'NOT_REACHED'
                        order by outcome_at, sample_id""")
                .param("activities", activityIds.toArray(Long[]::new))
                .query((row, i) ->
                        found.put(new RecordKey(row.getLong(1), row.getLong(2)), Outcome.valueOf(row.getString(3))))
                .list();
        return found;
    }

    /** What those said who were drawn by chance and reached, about the records of an organization. */
    List<Known.Checked> history(long organizationId) {
        return jdbc.sql("""
                        select service_date, outcome from trust_sample_item
                        where organization_id = :organization and why = 'RANDOM'
                          and outcome is not null and outcome <> 'NOT_REACHED'
                        order by service_date, sample_id, item_no""")
                .param("organization", organizationId)
                .query((row, i) -> new Known.Checked(
                        row.getObject(1, LocalDate.class), row.getString(2).equals("CONFIRMED")))
                .list();
    }

    /** How many were reached and how many of them confirmed, about services since that day, by organization. */
    Map<Long, Honesty.View> honesty(Collection<Long> organizationIds, LocalDate since) {
        Map<Long, Honesty.View> found = new HashMap<>();
        jdbc.sql("""
                        select organization_id, count(*)::int,
                            count(*) filter (where outcome = 'CONFIRMED')::int
                        from trust_sample_item
                        where organization_id = any(:organizations) and why = 'RANDOM' and service_date >= :since
                          and outcome is not null and outcome <> 'NOT_REACHED'
                        group by 1""")
                .param("organizations", organizationIds.toArray(Long[]::new))
                .param("since", since)
                .query((row, i) ->
                        found.put(row.getLong(1), new Honesty.View(row.getLong(1), row.getInt(2), row.getInt(3))))
                .list();
        return found;
    }

    private SampleView sample(ResultSet row, int i) throws SQLException {
        return new SampleView(
                row.getLong("sample_id"),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                new RegionCode(row.getString("region_code")),
                row.getLong("head_size"),
                row.getString("head_root"),
                instant(row, "head_at"),
                instantOrNull(row, "made_from"),
                row.getString("seed"),
                row.getInt("records"),
                row.getInt("organizations"),
                instant(row, "drawn_at"),
                tally(row),
                row.getInt("added"),
                row.getInt("open"));
    }

    private static SampleView.Tally tally(ResultSet row) throws SQLException {
        return new SampleView.Tally(
                row.getInt("drawn"),
                row.getInt("confirmed"),
                row.getInt("wrong_time"),
                row.getInt("not_there"),
                row.getInt("not_reached"));
    }

    private SampleItem item(ResultSet row, int i) throws SQLException {
        return new SampleItem(
                row.getLong("sample_id"),
                row.getInt("item_no"),
                new RecordKey(row.getLong("volunteer_id"), row.getLong("record_id")),
                row.getLong("activity_id"),
                row.getLong("organization_id"),
                row.getString("organization_name"),
                List.of((Long[]) row.getArray("organization_ancestors").getArray()),
                new RegionCode(row.getString("region_code")),
                row.getObject("service_date", LocalDate.class),
                row.getString("why").equals("RANDOM"),
                outcome(row.getString("outcome")),
                instantOrNull(row, "outcome_at"));
    }

    @Nullable
    private static Outcome outcome(@Nullable String name) {
        return name == null ? null : Outcome.valueOf(name);
    }
}
