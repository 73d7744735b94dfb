package org.yiwang.volunteer;

import static org.yiwang.platform.Moments.instant;
import static org.yiwang.platform.Moments.instantOrNull;
import static org.yiwang.platform.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Reach;
import org.yiwang.kernel.RegionCode;
import org.yiwang.platform.Vault;
import org.yiwang.rules.Codes;

/** Rows of qualifications. Certificates have numbers, so the evidence is sealed. */
@Component
class QualificationStore {

    private static final String COLUMNS = """
            q.volunteer_id, q.id, q.code, q.evidence_sealed, q.valid_until, q.state, q.stated_at, q.decided_at, q.reason
            """;

    /** Most accounts with open statements that are compared with the members of teams. */
    private static final int MOST_OPEN = 20_000;

    private static final String QUEUE = """
             from volunteer_qualification q join volunteer v on v.id = q.volunteer_id
            where q.state = 'STATED' and v.state in ('VALID', 'UNDER_REVIEW', 'UNCONFIRMED')
              and (v.residence_code like any(:patterns)
                   or :wholeCity and v.residence_code not like :city
                   or coalesce(v.account_id, v.guardian_account_id) = any(:accounts))
            """;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Codes codes;

    QualificationStore(JdbcClient jdbc, Vault vault, Codes codes) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.codes = codes;
    }

    /** All statements of a volunteer that were not taken back, the newest first. */
    List<QualificationView> list(long volunteerId) {
        return jdbc.sql("select " + COLUMNS + " " + """
                        from volunteer_qualification q where q.volunteer_id = :volunteer and q.state <> 'WITHDRAWN'
                        order by q.id desc""")
                .param("volunteer", volunteerId)
                .query((row, i) -> view(row))
                .list();
    }

    /** The statement, locked until the transaction ends. */
    Optional<QualificationView> lock(long volunteerId, long id) {
        return jdbc.sql("select " + COLUMNS + " " + """
                        from volunteer_qualification q where q.volunteer_id = :volunteer and q.id = :id for update""")
                .param("volunteer", volunteerId)
                .param("id", id)
                .query((row, i) -> view(row))
                .optional();
    }

    Optional<QualificationView> find(long volunteerId, long id) {
        return jdbc.sql("select " + COLUMNS + " " + """
                        from volunteer_qualification q where q.volunteer_id = :volunteer and q.id = :id""")
                .param("volunteer", volunteerId)
                .param("id", id)
                .query((row, i) -> view(row))
                .optional();
    }

    /** Writes the statement; one about the same that still waits is written over. */
    void state(long volunteerId, long id, Statement statement, long by, Instant at) {
        jdbc.sql("""
                insert into volunteer_qualification (volunteer_id, id, code, evidence_sealed, valid_until, state,
                    stated_at, stated_by)
                values (:volunteer, :id, :code, :evidence, :until, 'STATED', :at, :by)
                on conflict (volunteer_id, code) where state = 'STATED' do update set
                    evidence_sealed = excluded.evidence_sealed, valid_until = excluded.valid_until,
                    stated_at = excluded.stated_at, stated_by = excluded.stated_by""")
                .param("volunteer", volunteerId)
                .param("id", id)
                .param("code", statement.code())
                .param("evidence", vault.seal(statement.evidence()))
                .param("until", statement.validUntil())
                .param("at", utc(at))
                .param("by", by)
                .update();
    }

    record Statement(String code, String evidence, @Nullable LocalDate validUntil) {}

    /** Whether it still waited and is decided now. */
    boolean decide(QualificationView it, QualificationView.State to, @Nullable String reason, long by, Instant at) {
        return jdbc.sql("""
                        update volunteer_qualification set state = :to, decided_at = :at, decided_by = :by, reason = :reason
                        where volunteer_id = :volunteer and id = :id and state = 'STATED'""")
                        .param("to", to.name())
                        .param("at", utc(at))
                        .param("by", by)
                        .param("reason", reason)
                        .param("volunteer", it.volunteerId())
                        .param("id", it.id())
                        .update()
                == 1;
    }

    void withdraw(long volunteerId, long id) {
        jdbc.sql("update volunteer_qualification set state = 'WITHDRAWN' where volunteer_id = :volunteer and id = :id")
                .param("volunteer", volunteerId)
                .param("id", id)
                .update();
    }

    /** What these people hold by confirmation, ended or not; one query. */
    Map<Long, List<Qualifications.Held>> held(Collection<Long> volunteerIds) {
        Map<Long, List<Qualifications.Held>> held = new HashMap<>();
        jdbc.sql("""
                        select volunteer_id, code, valid_until from volunteer_qualification
                        where volunteer_id = any(:ids) and state = 'CONFIRMED'""")
                .param("ids", volunteerIds.toArray(Long[]::new))
                .query((row, i) -> held.computeIfAbsent(row.getLong(1), _ -> new java.util.ArrayList<>())
                        .add(new Qualifications.Held(row.getString(2), row.getObject(3, LocalDate.class))))
                .list();
        return held;
    }

    /** Accounts by which those with open statements are members of teams: their own or their guardian's. */
    List<Long> waitingAccounts() {
        return jdbc.sql("""
                        select distinct coalesce(v.account_id, v.guardian_account_id)
                        from volunteer_qualification q join volunteer v on v.id = q.volunteer_id
                        where q.state = 'STATED' and coalesce(v.account_id, v.guardian_account_id) is not null
                        limit :most""")
                .param("most", MOST_OPEN)
                .query((row, i) -> row.getLong(1))
                .list();
    }

    /**
     * Open statements of those who live in reach or have one of the accounts, the oldest first. Those who live outside of
     * the city are in reach of whoever reaches the whole city.
     */
    List<QualificationView> queue(Reach reach, RegionCode city, Set<Long> accounts, int limit, int offset) {
        return jdbc.sql("select " + COLUMNS + QUEUE + """
                        order by q.stated_at, q.id limit :limit offset :offset""")
                .param("patterns", reach.regionPatterns())
                .param("wholeCity", reach.covers(city))
                .param("city", city.value() + "%")
                .param("accounts", accounts.toArray(Long[]::new))
                .param("limit", limit)
                .param("offset", offset)
                .query((row, i) -> view(row))
                .list();
    }

    int countQueue(Reach reach, RegionCode city, Set<Long> accounts) {
        return jdbc.sql("select count(*)" + QUEUE)
                .param("patterns", reach.regionPatterns())
                .param("wholeCity", reach.covers(city))
                .param("city", city.value() + "%")
                .param("accounts", accounts.toArray(Long[]::new))
                .query((row, i) -> row.getInt(1))
                .single();
    }

    private QualificationView view(ResultSet row) throws SQLException {
        String code = row.getString("code");
        return new QualificationView(
                row.getLong("volunteer_id"),
                row.getLong("id"),
                code,
                codes.label(Qualifications.TABLE, code),
                vault.open(row.getBytes("evidence_sealed")),
                row.getObject("valid_until", LocalDate.class),
                QualificationView.State.valueOf(row.getString("state")),
                instant(row, "stated_at"),
                instantOrNull(row, "decided_at"),
                row.getString("reason"));
    }
}
