package org.yiwang.objection;

import static org.yiwang.platform.Moments.instant;
import static org.yiwang.platform.Moments.instantOrNull;
import static org.yiwang.platform.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.RegionCode;
import org.yiwang.record.RecordKey;

/** SQL that opens cases, moves them and writes down what happened. */
@Repository
class CaseStore {

    private final JdbcClient jdbc;

    CaseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Opens a case; empty if one that may be open only once is open already. */
    Optional<Long> open(NewCase c, NewCase.Term term) {
        long id = Ids.next();
        NewCase.Outsider outsider = c.outsider();
        int written = jdbc.sql("""
                        insert into objection_case (id, kind, complaint, words, about, day, wished_from, wished_to,
                            volunteer_id, record_id, activity_id, organization_id, organization_ancestors, region_code,
                            opened_by, opened_at, state, with_office, due_on, remind_on, alarm_on, told,
                            receipt_digest, contact_sealed, document_digest)
                        values (:id, :kind, :complaint, :words, :about, :day, :from, :to,
                            :volunteer, :record, :activity, :organization, :ancestors, :region,
                            :by, :at, 'OPEN', :office, :due, :remind, :alarm, :told, :receipt, :contact, :document)
                        on conflict do nothing""")
                .param("id", id)
                .param("kind", c.complaint().kind().name())
                .param("complaint", c.complaint().name())
                .param("words", c.words())
                .param("about", c.subject().about())
                .param("day", c.subject().day())
                .param("from", c.wished() == null ? null : utc(c.wished().start()))
                .param("to", c.wished() == null ? null : utc(c.wished().end()))
                .param("volunteer", c.subject().volunteerId())
                .param("record", c.subject().recordId())
                .param("activity", c.subject().activityId())
                .param("organization", c.seat().organizationId())
                .param("ancestors", c.seat().ancestors().toArray(Long[]::new))
                .param("region", c.seat().region().value())
                .param("by", c.openedBy())
                .param("at", utc(term.at()))
                .param("office", c.withOffice())
                .param("due", term.dueOn())
                .param("remind", term.remindOn())
                .param("alarm", term.alarmOn())
                .param("told", c.complaint().kind() != CaseView.Kind.REPORT)
                .param("receipt", outsider == null ? null : outsider.receipt())
                .param("contact", outsider == null ? null : outsider.contact())
                .param("document", outsider == null ? null : outsider.document())
                .update();
        return written == 1 ? Optional.of(id) : Optional.empty();
    }

    void addRecords(long caseId, List<RecordKey> keys, boolean frozen) {
        jdbc.sql("""
                        insert into objection_record (volunteer_id, record_id, case_id, frozen)
                        select v, r, :case, :frozen from unnest(:volunteers::bigint[], :records::bigint[]) as t (v, r)
                        on conflict (volunteer_id, record_id, case_id) do update set frozen = excluded.frozen""")
                .param("case", caseId)
                .param("frozen", frozen)
                .param("volunteers", keys.stream().map(RecordKey::volunteerId).toArray(Long[]::new))
                .param("records", keys.stream().map(RecordKey::recordId).toArray(Long[]::new))
                .update();
    }

    /** The case, locked until the transaction ends: of two who decide at once the second sees what the first did. */
    Optional<CaseView> lock(long caseId) {
        return jdbc.sql("select * from objection_case where id = :id for update")
                .param("id", caseId)
                .query((row, i) -> view(row))
                .optional();
    }

    void answer(long caseId, CaseView.Outcome outcome, long by, LocalDate escalateUntil) {
        jdbc.sql("""
                        update objection_case set state = 'ANSWERED', outcome = :outcome, answered_by = :by,
                            escalate_until = :until
                        where id = :id""")
                .param("id", caseId)
                .param("outcome", outcome.name())
                .param("by", by)
                .param("until", escalateUntil)
                .update();
    }

    void escalate(long caseId, RegionCode region, NewCase.Term term, boolean contested) {
        jdbc.sql("""
                        update objection_case set state = 'ESCALATED', with_office = true, region_code = :region, outcome = null,
                            escalate_until = null, carry_out_at = null, contested = :contested, due_on = :due, remind_on = :remind, alarm_on = :alarm,
                            reminded_at = null, alarmed_at = null, late_at = null
                        where id = :id""")
                .param("id", caseId)
                .param("region", region.value())
                .param("contested", contested)
                .param("due", term.dueOn())
                .param("remind", term.remindOn())
                .param("alarm", term.alarmOn())
                .update();
    }

    /** The organization has said what it would do; it is for somebody else to decide. */
    void putForward(long caseId, long by) {
        jdbc.sql("update objection_case set answered_by = :by where id = :id")
                .param("id", caseId)
                .param("by", by)
                .update();
    }

    /** What was announced is not carried out; the office looks again, and its days run on. */
    void lookAgain(long caseId) {
        jdbc.sql("""
                        update objection_case set state = 'ESCALATED', outcome = null, carry_out_at = null
                        where id = :id""").param("id", caseId).update();
    }

    /**
     * The office has decided.
     *
     * @param escalateUntil the last day on which whoever reported may take it to the office above, null if they may not
     */
    void decide(long caseId, CaseView.Outcome outcome, boolean documentSeen, @Nullable LocalDate escalateUntil) {
        jdbc.sql("""
                        update objection_case set state = 'DECIDED', outcome = :outcome, carry_out_at = null,
                            document_seen = :seen, escalate_until = :until
                        where id = :id""")
                .param("until", escalateUntil, Types.DATE)
                .param("id", caseId)
                .param("outcome", outcome.name())
                .param("seen", documentSeen)
                .update();
    }

    /** The volunteer knows of it from now on. */
    void announce(long caseId, Verdict verdict, CaseView.Announcement announced) {
        Period served = announced.served();
        jdbc.sql("""
                        update objection_case set state = 'ANNOUNCED', outcome = :outcome, announced_from = :from,
                            announced_to = :to, announced_why = :why, announced_by = :by, carry_out_at = :at,
                            document_seen = :seen, told = true
                        where id = :id""")
                .param("id", caseId)
                .param("outcome", verdict.outcome().name())
                .param("seen", verdict.documentSeen())
                .param("from", served == null ? null : utc(served.start()))
                .param("to", served == null ? null : utc(served.end()))
                .param("why", announced.why())
                .param("by", announced.byAccountId())
                .param("at", utc(announced.carryOutAt()))
                .update();
    }

    /** As the office of which region somebody announces or decides: what is contested goes to the one above that. */
    void decidedIn(long caseId, RegionCode region) {
        jdbc.sql("update objection_case set decided_in = :region where id = :id")
                .param("id", caseId)
                .param("region", region.value())
                .update();
    }

    void tell(long caseId) {
        jdbc.sql("update objection_case set told = true where id = :id")
                .param("id", caseId)
                .update();
    }

    /** The sealed number of somebody without an account. */
    byte @Nullable [] contact(long caseId) {
        return jdbc.sql("select contact_sealed from objection_case where id = :id")
                .param("id", caseId)
                .query((row, i) -> Optional.ofNullable(row.getBytes(1)))
                .single()
                .orElse(null);
    }

    /** Organizations with objections that wait for them or may be taken further. */
    void moveOrganization(long organizationId, List<Long> ancestors) {
        jdbc.sql("""
                        update objection_case set organization_ancestors = :ancestors
                        where organization_id = :organization and kind = 'OBJECTION' and state in ('OPEN', 'ANSWERED')""")
                .param("ancestors", ancestors.toArray(Long[]::new))
                .param("organization", organizationId)
                .update();
    }

    List<Long> organizationsBelow(long organizationId) {
        return jdbc.sql("""
                        select distinct organization_id from objection_case
                        where organization_ancestors @> array[:organization] and state in ('OPEN', 'ANSWERED')""")
                .param("organization", organizationId)
                .query((row, i) -> row.getLong(1))
                .list();
    }

    /** Takes those of which a warning is due today and notes that it went out; each is taken once. */
    List<CaseView> take(Warning warning, LocalDate today, Instant at) {
        return jdbc.sql("""
                        update objection_case set %1$s = :at where id in (
                            select id from objection_case
                            where %1$s is null and %2$s
                            order by due_on limit 200 for update skip locked)
                        returning *""".formatted(warning.sent, warning.when))
                .param("at", utc(at))
                .param("today", today)
                .query((row, i) -> view(row))
                .list();
    }

    /** Objections that the organization has not answered in time, locked; at most so many. */
    List<CaseView> lockUnanswered(LocalDate today, int limit) {
        return jdbc.sql("""
                        select * from objection_case
                        where state = 'OPEN' and not with_office and due_on < :today
                        order by due_on, id limit :limit for update skip locked""")
                .param("today", today)
                .param("limit", limit)
                .query((row, i) -> view(row))
                .list();
    }

    static CaseView view(ResultSet row) throws SQLException {
        Instant from = instantOrNull(row, "wished_from");
        Instant to = instantOrNull(row, "wished_to");
        String outcome = row.getString("outcome");
        String decidedIn = row.getString("decided_in");
        return new CaseView(
                row.getLong("id"),
                CaseView.Kind.valueOf(row.getString("kind")),
                Complaint.valueOf(row.getString("complaint")),
                row.getString("words"),
                row.getString("about"),
                row.getObject("day", LocalDate.class),
                from == null || to == null ? null : new Period(from, to),
                row.getObject("volunteer_id", Long.class),
                row.getObject("record_id", Long.class),
                row.getObject("activity_id", Long.class),
                row.getObject("organization_id", Long.class),
                Arrays.asList((Long[]) row.getArray("organization_ancestors").getArray()),
                new RegionCode(row.getString("region_code")),
                row.getLong("opened_by"),
                instant(row, "opened_at"),
                CaseView.State.valueOf(row.getString("state")),
                row.getBoolean("with_office"),
                row.getObject("due_on", LocalDate.class),
                row.getObject("answered_by", Long.class),
                row.getObject("escalate_until", LocalDate.class),
                outcome == null ? null : CaseView.Outcome.valueOf(outcome),
                announced(row),
                decidedIn == null ? null : new RegionCode(decidedIn),
                row.getBoolean("contested"),
                row.getBoolean("document_seen"),
                row.getBoolean("told"));
    }

    private static CaseView.@Nullable Announcement announced(ResultSet row) throws SQLException {
        Instant at = instantOrNull(row, "carry_out_at");
        Instant from = instantOrNull(row, "announced_from");
        Instant to = instantOrNull(row, "announced_to");
        return at == null
                ? null
                : new CaseView.Announcement(
                        from == null || to == null ? null : new Period(from, to),
                        row.getString("announced_why"),
                        row.getLong("announced_by"),
                        at);
    }

    /** What whoever has to answer is told, and when. */
    enum Warning {
        REMIND("reminded_at", "state in ('OPEN', 'ESCALATED') and remind_on <= :today"),
        ALARM("alarmed_at", "state in ('OPEN', 'ESCALATED') and alarm_on <= :today"),
        /** What is announced and not carried out is late as well. */
        LATE("late_at", "state in ('OPEN', 'ESCALATED', 'ANNOUNCED') and with_office and due_on < :today");

        private final String sent;
        private final String when;

        Warning(String sent, String when) {
            this.sent = sent;
            this.when = when;
        }
    }
}
