package org.yiwang.trust;

import static org.yiwang.platform.Moments.instantOrNull;
import static org.yiwang.platform.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.kernel.Reach;
import org.yiwang.kernel.RegionCode;
import org.yiwang.trust.SanctionView.Subject;

/** SQL of sanctions. */
@Repository
class SanctionStore {

    private final JdbcClient jdbc;

    SanctionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A sanction as it is stored.
     *
     * @param id its id
     * @param subject against whom
     * @param accountId the person's account
     * @param region whose offices decide
     * @param kind code of the rule
     * @param bansManualEntry whether it does
     * @param reason why
     * @param caseId the decided case that it rests on, null in sanctions from before
     * @param caseNumber a file in words, in sanctions from before
     * @param endsOn first day without it
     * @param minutesToRegain to be served first
     * @param ruleVersion version of the rule applied
     * @param imposedBy who decided
     * @param imposedOn when
     * @param liftedAt when it was lifted
     * @param liftReason why
     */
    record Sanction(
            long id,
            Subject subject,
            @Nullable Long accountId,
            RegionCode region,
            String kind,
            boolean bansManualEntry,
            String reason,
            @Nullable Long caseId,
            @Nullable String caseNumber,
            @Nullable LocalDate endsOn,
            int minutesToRegain,
            int ruleVersion,
            long imposedBy,
            LocalDate imposedOn,
            @Nullable Instant liftedAt,
            @Nullable String liftReason) {}

    void insert(Sanction s, Instant now) {
        jdbc.sql("""
                        insert into trust_sanction (sanction_id, subject_kind, subject_id, subject_account_id, region_code,
                            kind, bans_manual_entry, reason, case_id, ends_on, minutes_to_regain, rule_version,
                            imposed_by, imposed_on, imposed_at)
                        values (:id, :subjectKind, :subject, :account, :region, :kind, :bans, :reason, :case, :ends,
                            :minutes, :version, :by, :on, :now)""")
                .param("id", s.id())
                .param("subjectKind", s.subject().kind().name())
                .param("subject", s.subject().id())
                .param("account", s.accountId(), Types.BIGINT)
                .param("region", s.region().value())
                .param("kind", s.kind())
                .param("bans", s.bansManualEntry())
                .param("reason", s.reason())
                .param("case", s.caseId(), Types.BIGINT)
                .param("ends", s.endsOn(), Types.DATE)
                .param("minutes", s.minutesToRegain())
                .param("version", s.ruleVersion())
                .param("by", s.imposedBy())
                .param("on", s.imposedOn())
                .param("now", utc(now))
                .update();
    }

    /** Whether the same was imposed that day and not lifted: a form sent twice. Others who would do so wait. */
    boolean isImposed(Subject subject, String kind, LocalDate on) {
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(:subject)) l")
                .param("subject", subject.id())
                .query((row, i) -> row.getInt(1))
                .single();
        return jdbc.sql("""
                        select exists (select 1 from trust_sanction
                            where subject_kind = :subjectKind and subject_id = :subject and kind = :kind
                              and imposed_on = :on and lifted_at is null)""")
                .param("subjectKind", subject.kind().name())
                .param("subject", subject.id())
                .param("kind", kind)
                .param("on", on)
                .query((row, i) -> row.getBoolean(1))
                .single();
    }

    Optional<Sanction> lock(long id) {
        return jdbc.sql("select * from trust_sanction where sanction_id = :id for update")
                .param("id", id)
                .query(this::sanction)
                .optional();
    }

    void lift(long id, long by, String reason, Instant now) {
        jdbc.sql("""
                        update trust_sanction set lifted_by = :by, lifted_at = :now, lift_reason = :reason
                        where sanction_id = :id""")
                .param("id", id)
                .param("by", by)
                .param("reason", reason)
                .param("now", utc(now))
                .update();
    }

    List<Sanction> within(Reach reach, int limit, int offset) {
        return jdbc.sql("""
                        select * from trust_sanction where region_code like any(:regions)
                        order by imposed_at desc, sanction_id desc limit :limit offset :offset""")
                .param("regions", reach.regionPatterns())
                .param("limit", limit)
                .param("offset", offset)
                .query(this::sanction)
                .list();
    }

    /** Those against these people and organizations, the latest first. */
    List<Sanction> against(Collection<Long> volunteers, Collection<Long> organizations) {
        return jdbc.sql("""
                        select * from trust_sanction
                        where subject_kind = 'VOLUNTEER' and subject_id = any(:volunteers)
                           or subject_kind = 'ORGANIZATION' and subject_id = any(:organizations)
                        order by imposed_at desc, sanction_id desc limit 200""")
                .param("volunteers", volunteers.toArray(Long[]::new))
                .param("organizations", organizations.toArray(Long[]::new))
                .query(this::sanction)
                .list();
    }

    /** Those with an end that nobody has lifted, against these people and organizations, the earliest first. */
    List<Sanction> marks(Collection<Long> volunteers, Collection<Long> organizations) {
        return jdbc.sql("""
                        select * from trust_sanction
                        where ends_on is not null and lifted_at is null
                          and (subject_kind = 'VOLUNTEER' and subject_id = any(:volunteers)
                               or subject_kind = 'ORGANIZATION' and subject_id = any(:organizations))
                        order by imposed_at, sanction_id""")
                .param("volunteers", volunteers.toArray(Long[]::new))
                .param("organizations", organizations.toArray(Long[]::new))
                .query(this::sanction)
                .list();
    }

    Optional<Sanction> find(long id) {
        return jdbc.sql("select * from trust_sanction where sanction_id = :id")
                .param("id", id)
                .query(this::sanction)
                .optional();
    }

    /** Bans of manual entry that nobody has lifted, against one of these organizations or the person of the account. */
    List<Sanction> bans(Collection<Long> organizations, long accountId) {
        return jdbc.sql("""
                        select * from trust_sanction
                        where bans_manual_entry and lifted_at is null
                          and (subject_kind = 'ORGANIZATION' and subject_id = any(:organizations)
                               or subject_account_id = :account)
                        order by imposed_at""")
                .param("organizations", organizations.toArray(Long[]::new))
                .param("account", accountId)
                .query(this::sanction)
                .list();
    }

    private Sanction sanction(ResultSet row, int i) throws SQLException {
        return new Sanction(
                row.getLong("sanction_id"),
                new Subject(SanctionView.Kind.valueOf(row.getString("subject_kind")), row.getLong("subject_id")),
                row.getObject("subject_account_id", Long.class),
                new RegionCode(row.getString("region_code")),
                row.getString("kind"),
                row.getBoolean("bans_manual_entry"),
                row.getString("reason"),
                row.getObject("case_id", Long.class),
                row.getString("case_number"),
                row.getObject("ends_on", LocalDate.class),
                row.getInt("minutes_to_regain"),
                row.getInt("rule_version"),
                row.getLong("imposed_by"),
                row.getObject("imposed_on", LocalDate.class),
                instantOrNull(row, "lifted_at"),
                row.getString("lift_reason"));
    }
}
