package org.yiwang.record;

import static org.yiwang.platform.Moments.instant;
import static org.yiwang.platform.Moments.instantOrNull;
import static org.yiwang.platform.Moments.utc;
import static org.yiwang.platform.Moments.utcOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.Reach;
import org.yiwang.record.TrailLine.What;
import org.yiwang.record.TrailLine.Who;

/** SQL about corrections that wait: for the volunteer, who is told first, or for a second person. */
@Repository
class ProposalStore {

    private final JdbcClient jdbc;
    private final Doers doers;

    ProposalStore(JdbcClient jdbc, Doers doers) {
        this.jdbc = jdbc;
        this.doers = doers;
    }

    void insert(Proposal p) {
        Period served = p.served();
        jdbc.sql("""
                        insert into record_proposal (volunteer_id, proposal_id, record_id, kind, served_from, served_to,
                            minutes, time_kind, reason, evidence, rule_key, rule_version, proposed_by, confirmed_by,
                            proposed_at, takes_effect_on, state, raises)
                        values (:volunteer, :proposal, :record, :kind, :from, :to, :minutes, :timeKind, :reason, :evidence,
                            :ruleKey, :ruleVersion, :by, :confirmedBy, :at, :effect, :state, :state = 'UNCONFIRMED')""")
                .param("volunteer", p.key().volunteerId())
                .param("proposal", p.proposalId())
                .param("record", p.key().recordId())
                .param("kind", served == null ? "VOID" : "CORRECT")
                .param("from", utcOrNull(served == null ? null : served.start()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("to", utcOrNull(served == null ? null : served.end()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("minutes", p.minutes())
                .param("timeKind", p.kind().name())
                .param("reason", p.reason())
                .param("evidence", p.evidence())
                .param("ruleKey", p.ruleKey())
                .param("ruleVersion", p.ruleVersion())
                .param("by", p.proposedBy())
                .param("confirmedBy", p.confirmedBy(), Types.BIGINT)
                .param("at", utc(p.proposedAt()))
                .param("effect", utc(p.takesEffectOn()))
                .param("state", p.state().name())
                .update();
        step(p, What.PROPOSED, p.proposedAt(), p.proposedBy(), p.reason());
    }

    Optional<Proposal> findOpen(RecordKey key) {
        return jdbc.sql("""
                        select * from record_proposal
                        where volunteer_id = :volunteer and record_id = :record
                          and state in ('UNCONFIRMED', 'OPEN')""")
                .param("volunteer", key.volunteerId())
                .param("record", key.recordId())
                .query(ProposalStore::proposal)
                .optional();
    }

    /** Open ones about these people, the first to be done first. */
    List<Proposal> openOf(Collection<Long> volunteerIds) {
        return jdbc.sql("""
                        select * from record_proposal where volunteer_id = any(:volunteers) and state = 'OPEN'
                        order by takes_effect_on, proposal_id""")
                .param("volunteers", volunteerIds.toArray(Long[]::new))
                .query(ProposalStore::proposal)
                .list();
    }

    List<Proposal> of(RecordKey key) {
        return jdbc.sql("""
                        select * from record_proposal where volunteer_id = :volunteer and record_id = :record
                        order by proposed_at, proposal_id""")
                .param("volunteer", key.volunteerId())
                .param("record", key.recordId())
                .query(ProposalStore::proposal)
                .list();
    }

    /** Open ones whose day has come, in order of the day, after one that was looked at before. */
    List<Proposal> due(Instant now, Instant afterDay, long afterId, int limit) {
        return jdbc.sql("""
                        select * from record_proposal
                        where state = 'OPEN' and takes_effect_on <= :now
                          and (takes_effect_on, proposal_id) > (:afterDay, :afterId)
                        order by takes_effect_on, proposal_id limit :limit""")
                .param("now", utc(now))
                .param("afterDay", utc(afterDay))
                .param("afterId", afterId)
                .param("limit", limit)
                .query(ProposalStore::proposal)
                .list();
    }

    /** Those of an activity that wait for a second person, the oldest first. */
    List<Proposal> unconfirmed(long activityId) {
        return jdbc.sql("""
                        select p.* from record_current c
                        join record_proposal p on p.volunteer_id = c.volunteer_id and p.record_id = c.record_id
                        where c.activity_id = :activity and c.state not in ('SUPERSEDED', 'VOID')
                          and p.state = 'UNCONFIRMED'
                        order by p.proposed_at, p.proposal_id""")
                .param("activity", activityId)
                .query(ProposalStore::proposal)
                .list();
    }

    /**
     * Those within reach that wait for somebody other than this person, about other people's records; the oldest first. While a
     * case holds the record nobody can confirm them.
     */
    List<Proposal> unconfirmed(Reach reach, long accountId, Collection<Long> ownVolunteerIds) {
        return jdbc.sql("""
                        select p.* from record_proposal p
                        join record_current c on c.volunteer_id = p.volunteer_id and c.record_id = p.record_id
                        where p.state = 'UNCONFIRMED' and c.state not in ('SUPERSEDED', 'VOID')
                          and c.hold is distinct from 'CASE'
                          and p.proposed_by <> :account and p.volunteer_id <> all(:own)
                          and (c.region_code like any(:regions) or c.organization_ancestors && :organizations)
                        order by p.proposed_at, p.proposal_id""")
                .param("account", accountId)
                .param("own", ownVolunteerIds.toArray(Long[]::new))
                .param("regions", reach.regionPatterns())
                .param("organizations", reach.organizationIds())
                .query(ProposalStore::proposal)
                .list();
    }

    /** Those proposed no later than that, which still wait for a second person, the oldest first. */
    List<Proposal> unconfirmedSince(Instant proposedAt, int limit) {
        return jdbc.sql("""
                        select * from record_proposal where state = 'UNCONFIRMED' and proposed_at <= :at
                        order by proposed_at, proposal_id limit :limit""")
                .param("at", utc(proposedAt))
                .param("limit", limit)
                .query(ProposalStore::proposal)
                .list();
    }

    /** A second person confirmed it: from now on it stands as what the volunteer was told. */
    void confirm(Proposal p, long by, Instant at, Instant takesEffectOn) {
        jdbc.sql("""
                        update record_proposal set state = 'OPEN', confirmed_by = :by, takes_effect_on = :effect
                        where volunteer_id = :volunteer and proposal_id = :proposal and state = 'UNCONFIRMED'""")
                .param("by", by)
                .param("effect", utc(takesEffectOn))
                .param("volunteer", p.key().volunteerId())
                .param("proposal", p.proposalId())
                .update();
        step(p, What.CONFIRMED, at, by, null);
    }

    /** The program closes it. */
    void close(Proposal p, Proposal.State state, Instant at) {
        close(p, state, at, 0, null);
    }

    /**
     * Closes it.
     *
     * @param by who did; 0 for the program
     * @param why in which words, null if none were given
     */
    void close(Proposal p, Proposal.State state, Instant at, long by, @Nullable String why) {
        jdbc.sql("""
                        update record_proposal set state = :state, closed_at = :at
                        where volunteer_id = :volunteer and proposal_id = :proposal
                          and state in ('UNCONFIRMED', 'OPEN')""")
                .param("state", state.name())
                .param("at", utc(at))
                .param("volunteer", p.key().volunteerId())
                .param("proposal", p.proposalId())
                .update();
        step(p, What.valueOf(state.name()), at, by, why);
    }

    /** Everything that happened to a proposal, the first first; of one from before this was kept, what it tells itself. */
    List<Step> steps(Proposal p) {
        List<Step> kept = jdbc.sql("""
                        select what, at, actor_account_id, actor_as, actor_body, why from record_proposal_step
                        where volunteer_id = :volunteer and proposal_id = :proposal
                        order by at, case what when 'PROPOSED' then 0 when 'CONFIRMED' then 1 else 2 end""")
                .param("volunteer", p.key().volunteerId())
                .param("proposal", p.proposalId())
                .query((row, i) -> new Step(
                        What.valueOf(row.getString("what")),
                        instant(row, "at"),
                        row.getLong("actor_account_id"),
                        RecordListStore.who(row),
                        row.getString("why")))
                .list();
        return kept.isEmpty() ? told(p) : kept;
    }

    private static List<Step> told(Proposal p) {
        Step proposed = new Step(What.PROPOSED, p.proposedAt(), p.proposedBy(), null, p.reason());
        Instant closedAt = p.closedAt();
        if (closedAt == null) {
            return List.of(proposed);
        }
        Who who = switch (p.state()) {
            case AGREED -> Who.SELF;
            case CARRIED_OUT, OVERTAKEN, EXPIRED -> Who.PROGRAM;
            default -> Who.STAFF;
        };
        return List.of(proposed, new Step(What.valueOf(p.state().name()), closedAt, 0, who, null));
    }

    private void step(Proposal p, What what, Instant at, long account, @Nullable String why) {
        Who who = doers.of(account, p.key());
        jdbc.sql("""
                        insert into record_proposal_step (volunteer_id, proposal_id, what, at, actor_account_id, actor_as,
                            actor_body, why)
                        values (:volunteer, :proposal, :what, :at, :actor, :as, :body, :why)""")
                .param("volunteer", p.key().volunteerId())
                .param("proposal", p.proposalId())
                .param("what", what.name())
                .param("at", utc(at))
                .param("actor", account)
                .param("as", who.as())
                .param("body", who.body())
                .param("why", why, Types.VARCHAR)
                .update();
    }

    /**
     * Something that happened to a proposal.
     *
     * @param what what
     * @param at when
     * @param actorAccountId who; 0 for the program
     * @param who in which capacity; null where today's has to answer
     * @param why in which words, if any
     */
    record Step(
            What what,
            Instant at,
            long actorAccountId,
            @Nullable Who who,
            @Nullable String why) {}

    private static Proposal proposal(ResultSet row, int i) throws SQLException {
        return new Proposal(
                new RecordKey(row.getLong("volunteer_id"), row.getLong("record_id")),
                row.getLong("proposal_id"),
                instantOrNull(row, "served_from") == null
                        ? null
                        : RecordListStore.period(row, "served_from", "served_to"),
                row.getInt("minutes"),
                TimeKind.valueOf(row.getString("time_kind")),
                row.getString("reason"),
                row.getString("evidence"),
                row.getString("rule_key"),
                row.getInt("rule_version"),
                row.getLong("proposed_by"),
                row.getObject("confirmed_by", Long.class),
                instant(row, "proposed_at"),
                instant(row, "takes_effect_on"),
                Proposal.State.valueOf(row.getString("state")),
                instantOrNull(row, "closed_at"));
    }
}
