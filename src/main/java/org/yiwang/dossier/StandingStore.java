package org.yiwang.dossier;

import static org.yiwang.platform.Moments.instant;
import static org.yiwang.platform.Moments.instantOrNull;
import static org.yiwang.platform.Moments.utc;
import static org.yiwang.platform.Moments.utcOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.kernel.Reach;
import org.yiwang.kernel.RegionCode;

/** SQL about how entries stand and what happened to them. */
@Repository
class StandingStore {

    private final JdbcClient jdbc;

    StandingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes the standing of a new entry with its first step. */
    void insert(NewEntry e, EntryState state, Deed deed) {
        jdbc.sql("""
                        insert into dossier_standing (volunteer_id, entry_id, part, state, activity_id, organization_id,
                            organization_ancestors, region_code, recorder, issuer, source_id, supersedes, shown_from, at)
                        values (:volunteer, :entry, :part, :state, :activity, :organization, :ancestors, :region, :recorder,
                            :issuer, :source, :supersedes, :shown, :at)""")
                .param("volunteer", e.volunteerId)
                .param("entry", e.entryId)
                .param("part", e.part.name())
                .param("state", state.name())
                .param("activity", e.activityId, Types.BIGINT)
                .param("organization", e.holder.organizationId(), Types.BIGINT)
                .param("ancestors", e.holder.ancestors().toArray(Long[]::new))
                .param("region", e.holder.region().value())
                .param("recorder", e.holder.name())
                .param("issuer", e.taken == null ? null : e.taken.issuer, Types.VARCHAR)
                .param("source", e.taken == null ? null : e.taken.sourceId, Types.VARCHAR)
                .param("supersedes", e.supersedes, Types.BIGINT)
                .param("shown", utcOrNull(e.shownFrom), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("at", utc(deed.at))
                .update();
        step(e.volunteerId, e.entryId, state.name(), deed);
    }

    /** Reads the standing and keeps others from changing it until the transaction ends. */
    Optional<Standing> lock(long volunteerId, long entryId) {
        return jdbc.sql("""
                        select * from dossier_standing where volunteer_id = :volunteer and entry_id = :entry for update""")
                .param("volunteer", volunteerId)
                .param("entry", entryId)
                .query((row, i) -> standing(row))
                .optional();
    }

    /** The live evaluation of a volunteer's service in an activity. */
    Optional<Long> evaluationOf(long volunteerId, long activityId) {
        return jdbc.sql("""
                        select entry_id from dossier_standing where volunteer_id = :volunteer and activity_id = :activity
                          and part = 'EVALUATION' and state = 'RECORDED'""")
                .param("volunteer", volunteerId)
                .param("activity", activityId)
                .query((row, i) -> row.getLong(1))
                .optional();
    }

    /** Lets the volunteer see the evaluation from now on. */
    void show(long volunteerId, long activityId, Instant at) {
        jdbc.sql("""
                        update dossier_standing set shown_from = :at where volunteer_id = :volunteer
                          and activity_id = :activity and part = 'EVALUATION' and state = 'RECORDED'""")
                .param("at", utc(at))
                .param("volunteer", volunteerId)
                .param("activity", activityId)
                .update();
    }

    /** Changes the state; an objection that waited is over with it. */
    void move(Standing standing, EntryState state, Deed deed) {
        jdbc.sql("""
                        update dossier_standing set state = :state, at = :at, objected_on = null, answer_by = null
                        where volunteer_id = :volunteer and entry_id = :entry""")
                .param("state", state.name())
                .param("at", utc(deed.at))
                .param("volunteer", standing.volunteerId())
                .param("entry", standing.entryId())
                .update();
        step(standing.volunteerId(), standing.entryId(), state.name(), deed);
    }

    void object(Standing standing, LocalDate on, LocalDate answerBy, Deed deed) {
        objection(standing, on, answerBy);
        step(standing.volunteerId(), standing.entryId(), "OBJECTED", deed);
    }

    void keep(Standing standing, Deed deed) {
        objection(standing, null, null);
        step(standing.volunteerId(), standing.entryId(), "KEPT", deed);
    }

    private void objection(Standing standing, @Nullable LocalDate on, @Nullable LocalDate answerBy) {
        jdbc.sql("""
                        update dossier_standing set objected_on = :on, answer_by = :by
                        where volunteer_id = :volunteer and entry_id = :entry""")
                .param("on", on, Types.DATE)
                .param("by", answerBy, Types.DATE)
                .param("volunteer", standing.volunteerId())
                .param("entry", standing.entryId())
                .update();
    }

    private void step(long volunteerId, long entryId, String what, Deed deed) {
        jdbc.sql("""
                        insert into dossier_step (volunteer_id, entry_id, step_no, what, at, actor_account_id, why)
                        select :volunteer, :entry, 1 + count(*), :what, :at, :actor, :why from dossier_step
                        where volunteer_id = :volunteer and entry_id = :entry""")
                .param("volunteer", volunteerId)
                .param("entry", entryId)
                .param("what", what)
                .param("at", utc(deed.at))
                .param("actor", deed.actorAccountId)
                .param("why", deed.why, Types.VARCHAR)
                .update();
    }

    List<EntryStep> steps(long volunteerId, long entryId) {
        return jdbc.sql("""
                        select what, at, actor_account_id, why from dossier_step
                        where volunteer_id = :volunteer and entry_id = :entry order by step_no""")
                .param("volunteer", volunteerId)
                .param("entry", entryId)
                .query((row, i) -> new EntryStep(
                        row.getString("what"),
                        instant(row, "at"),
                        row.getLong("actor_account_id"),
                        row.getString("why")))
                .list();
    }

    /** Applications and objections within reach, the one due first first. */
    List<Standing> waiting(Reach reach, int limit) {
        return jdbc.sql("""
                        select * from dossier_standing where (state = 'APPLIED' or objected_on is not null)
                          and (region_code like any(:regions) or organization_ancestors && :organizations)
                        order by answer_by nulls last, at, entry_id limit :limit""")
                .param("regions", reach.regionPatterns())
                .param("organizations", reach.organizationIds())
                .param("limit", limit)
                .query((row, i) -> standing(row))
                .list();
    }

    int countWaiting(Reach reach) {
        return jdbc.sql("""
                        select count(*) from dossier_standing where (state = 'APPLIED' or objected_on is not null)
                          and (region_code like any(:regions) or organization_ancestors && :organizations)""")
                .param("regions", reach.regionPatterns())
                .param("organizations", reach.organizationIds())
                .query((row, i) -> row.getInt(1))
                .single();
    }

    boolean wasTaken(long volunteerId, Taken taken) {
        return jdbc.sql("""
                        select exists (select 1 from dossier_standing
                          where volunteer_id = :volunteer and issuer = :issuer and source_id = :source)""")
                .param("volunteer", volunteerId)
                .param("issuer", taken.issuer)
                .param("source", taken.sourceId)
                .query((row, i) -> row.getBoolean(1))
                .single();
    }

    /** Notes an issuer and, once, that its word is verified. */
    void origin(long volunteerId, Origin origin, Instant at) {
        jdbc.sql("""
                        insert into dossier_origin as o (volunteer_id, issuer, taken_at, verified_at)
                        values (:volunteer, :issuer, :at, case when :verified then :at::timestamptz end)
                        on conflict (volunteer_id, issuer) do update
                            set verified_at = coalesce(o.verified_at, excluded.verified_at)""")
                .param("volunteer", volunteerId)
                .param("issuer", origin.issuer())
                .param("verified", origin.verified())
                .param("at", utc(at))
                .update();
    }

    static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                row.getLong("volunteer_id"),
                row.getLong("entry_id"),
                Part.valueOf(row.getString("part")),
                EntryState.valueOf(row.getString("state")),
                row.getObject("activity_id", Long.class),
                new Holder(
                        row.getObject("organization_id", Long.class),
                        List.of((Long[]) row.getArray("organization_ancestors").getArray()),
                        new RegionCode(row.getString("region_code")),
                        row.getString("recorder")),
                row.getString("issuer"),
                row.getObject("answer_by", LocalDate.class),
                instantOrNull(row, "shown_from"));
    }

    /** A change: when, by whom, why. */
    record Deed(Instant at, long actorAccountId, @Nullable String why) {}

    /** Where an entry came from: the issuer and its id there. */
    record Taken(String issuer, String sourceId) {}

    /** An entry to be written. */
    record NewEntry(
            long volunteerId,
            long entryId,
            Part part,
            @Nullable Long activityId,
            Holder holder,
            @Nullable Taken taken,
            @Nullable Long supersedes,
            @Nullable Instant shownFrom) {

        static NewEntry of(long volunteerId, long entryId, Part part, Holder holder) {
            return new NewEntry(volunteerId, entryId, part, null, holder, null, null, null);
        }
    }
}
