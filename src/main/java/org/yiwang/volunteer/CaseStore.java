package org.yiwang.volunteer;

import static org.yiwang.platform.Moments.instant;
import static org.yiwang.platform.Moments.instantOrNull;
import static org.yiwang.platform.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Reach;
import org.yiwang.kernel.RegionCode;
import org.yiwang.platform.Vault;
import org.yiwang.rules.Rules;

/** The rows of cases that staff decide, each due two working days after it was opened. */
@Component
class CaseStore {

    private static final int WORKING_DAYS = 2;
    private static final String COLUMNS = """
            id, volunteer_id, kind, residence_code, statement, mobile_sealed, appellant_account, opened_at, due_on, decided_at, approved, reason
            from volunteer_review
            """;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Rules rules;
    private final Clock clock;

    CaseStore(JdbcClient jdbc, Vault vault, Rules rules, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.rules = rules;
        this.clock = clock;
    }

    /** Whether a case was opened; false if one of the kind is open about this volunteer. */
    boolean open(long volunteerId, Kind kind, RegionCode residence, String statement, @Nullable String mobile) {
        return open(volunteerId, kind, residence, statement, mobile, null);
    }

    /** The same, with the account of whoever asks for the registration. */
    boolean open(
            long volunteerId,
            Kind kind,
            RegionCode residence,
            String statement,
            @Nullable String mobile,
            @Nullable Long appellant) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        insert into volunteer_review (volunteer_id, id, kind, residence_code, statement, mobile_sealed,
                            appellant_account, opened_at, due_on)
                        values (:volunteer, :id, :kind, :residence, :statement, :mobile, :appellant, :now, :due)
                        on conflict (volunteer_id, kind) where decided_at is null do nothing""")
                        .param("volunteer", volunteerId)
                        .param("id", Ids.next())
                        .param("kind", kind.name())
                        .param("residence", residence.value())
                        .param("statement", statement)
                        .param("mobile", mobile == null ? null : vault.seal(mobile))
                        .param("appellant", appellant, java.sql.Types.BIGINT)
                        .param("now", utc(now))
                        .param(
                                "due",
                                rules.workingDays().after(LocalDate.ofInstant(now, clock.getZone()), WORKING_DAYS))
                        .update()
                == 1;
    }

    /** Holds the case until the transaction ends. */
    Optional<Case> lock(long volunteerId, long id) {
        return jdbc.sql("select " + COLUMNS + " where volunteer_id = :volunteer and id = :id for update")
                .param("volunteer", volunteerId)
                .param("id", id)
                .query((row, i) -> read(row))
                .optional();
    }

    Optional<Case> find(long volunteerId, long id) {
        return jdbc.sql("select " + COLUMNS + " where volunteer_id = :volunteer and id = :id")
                .param("volunteer", volunteerId)
                .param("id", id)
                .query((row, i) -> read(row))
                .optional();
    }

    /** Open cases within reach, the most urgent first. */
    List<Case> queue(Reach reach, int limit, int offset) {
        return jdbc.sql("select " + COLUMNS + """
                         where decided_at is null and residence_code like any(:patterns)
                         order by due_on, id limit :limit offset :offset""")
                .param("patterns", reach.regionPatterns())
                .param("limit", limit)
                .param("offset", offset)
                .query((row, i) -> read(row))
                .list();
    }

    /** All cases about a volunteer, oldest first. */
    List<Case> of(long volunteerId) {
        return jdbc.sql("select " + COLUMNS + " where volunteer_id = :volunteer order by id")
                .param("volunteer", volunteerId)
                .query((row, i) -> read(row))
                .list();
    }

    void decide(Case it, boolean approved, String reason, long by) {
        jdbc.sql("""
                update volunteer_review set decided_at = :now, decided_by = :by, approved = :approved, reason = :reason
                where volunteer_id = :volunteer and id = :id""")
                .param("now", utc(clock.instant()))
                .param("by", by)
                .param("approved", approved)
                .param("reason", reason)
                .param("volunteer", it.volunteerId)
                .param("id", it.id)
                .update();
    }

    /** What is open about somebody who moved goes to the offices that answer now. */
    void move(long volunteerId, RegionCode office) {
        jdbc.sql("""
                update volunteer_review set residence_code = :office
                where volunteer_id = :volunteer and decided_at is null""")
                .param("office", office.value())
                .param("volunteer", volunteerId)
                .update();
    }

    private Case read(ResultSet row) throws SQLException {
        byte[] mobile = row.getBytes("mobile_sealed");
        return new Case(
                row.getLong("id"),
                row.getLong("volunteer_id"),
                Kind.valueOf(row.getString("kind")),
                new RegionCode(row.getString("residence_code")),
                row.getString("statement"),
                mobile == null ? null : vault.open(mobile),
                row.getObject("appellant_account", Long.class),
                instant(row, "opened_at"),
                Objects.requireNonNull(row.getObject("due_on", LocalDate.class)),
                instantOrNull(row, "decided_at"),
                row.getObject("approved", Boolean.class),
                row.getString("reason"));
    }

    /** What a case is about. */
    enum Kind {
        /** A document whose number proves nothing by itself. */
        DOCUMENT,
        /** Somebody says that a taken document is theirs. */
        APPEAL,
        /** Somebody says: that registration was not me. */
        DISOWNED
    }

    /** A case; the last three are null until it is decided. */
    record Case(
            long id,
            long volunteerId,
            Kind kind,
            RegionCode residence,
            String statement,
            @Nullable String mobile,
            @Nullable Long appellant,
            Instant openedAt,
            LocalDate dueOn,
            @Nullable Instant decidedAt,
            @Nullable Boolean approved,
            @Nullable String reason) {}
}
