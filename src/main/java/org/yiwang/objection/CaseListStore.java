package org.yiwang.objection;

import static org.yiwang.platform.Moments.utc;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.kernel.Reach;
import org.yiwang.kernel.Slice;
import org.yiwang.record.RecordKey;

/** SQL that reads cases. */
@Repository
class CaseListStore {

    private final JdbcClient jdbc;

    CaseListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<CaseView> find(long caseId) {
        return jdbc.sql("select * from objection_case where id = :id")
                .param("id", caseId)
                .query((row, i) -> CaseStore.view(row))
                .optional();
    }

    Optional<CaseView> findByReceipt(byte[] digest) {
        return jdbc.sql("select * from objection_case where receipt_digest = :digest")
                .param("digest", digest)
                .query((row, i) -> CaseStore.view(row))
                .optional();
    }

    /**
     * Whether an office has decided before, with the document in its hand, that what is recorded with it is the person's own.
     * Without the document it has heard only whoever claims to be the person.
     */
    boolean wasKept(byte[] documentDigest) {
        return jdbc.sql("""
                        select exists (select 1 from objection_case
                            where document_digest = :digest and state = 'DECIDED' and outcome = 'KEPT'
                              and document_seen)""")
                .param("digest", documentDigest)
                .query(Boolean.class)
                .single();
    }

    /** Those that the volunteer knows of, the last first. */
    Slice<CaseView> ofVolunteer(long volunteerId, int page, int size) {
        return Slice.cut(
                jdbc.sql("""
                                select * from objection_case where volunteer_id = :volunteer and told
                                order by opened_at desc, id desc limit :limit offset :offset""")
                        .param("volunteer", volunteerId)
                        .param("limit", size + 1)
                        .param("offset", (page - 1) * size)
                        .query((row, i) -> CaseStore.view(row))
                        .list(),
                page,
                size);
    }

    /** Those about any of the records that the volunteer knows of, the first first. */
    List<CaseView> toldAbout(Collection<RecordKey> records) {
        return jdbc.sql("""
                        select * from objection_case where told and id in (
                            select r.case_id from objection_record r
                            join unnest(:volunteers::bigint[], :records::bigint[]) as k (volunteer_id, record_id)
                                on k.volunteer_id = r.volunteer_id and k.record_id = r.record_id)
                        order by opened_at, id""")
                .param(
                        "volunteers",
                        records.stream().map(RecordKey::volunteerId).toArray(Long[]::new))
                .param("records", records.stream().map(RecordKey::recordId).toArray(Long[]::new))
                .query((row, i) -> CaseStore.view(row))
                .list();
    }

    /** Answered ones that may still be taken further, the first to end first. */
    List<CaseView> answered(Collection<Long> volunteerIds, LocalDate today) {
        return jdbc.sql("""
                        select * from objection_case
                        where volunteer_id = any(:volunteers) and state = 'ANSWERED' and told and escalate_until >= :today
                        order by escalate_until, id""")
                .param("volunteers", volunteerIds.toArray(Long[]::new))
                .param("today", today)
                .query((row, i) -> CaseStore.view(row))
                .list();
    }

    /** The last objection to a record. */
    Optional<CaseView> lastObjection(RecordKey key) {
        return jdbc.sql("""
                        select * from objection_case
                        where volunteer_id = :volunteer and record_id = :record and kind = 'OBJECTION'
                        order by opened_at desc, id desc limit 1""")
                .param("volunteer", key.volunteerId())
                .param("record", key.recordId())
                .query((row, i) -> CaseStore.view(row))
                .optional();
    }

    /** Whether an objection to the record other than this one is not decided yet. */
    boolean isAnotherOpen(RecordKey key, long caseId) {
        return jdbc.sql("""
                        select exists (select 1 from objection_case
                            where volunteer_id = :volunteer and record_id = :record and kind = 'OBJECTION'
                              and state in ('OPEN', 'ESCALATED', 'ANNOUNCED') and id <> :case)""")
                .param("volunteer", key.volunteerId())
                .param("record", key.recordId())
                .param("case", caseId)
                .query(Boolean.class)
                .single();
    }

    /** What waits for organizations in reach, or what they answered, the most urgent or the last first. */
    Slice<CaseView> ofOrganizations(Reach reach, boolean waiting, int page, int size) {
        return list(
                "kind = 'OBJECTION' and organization_id is not null and (region_code like any(:regions) or organization_ancestors && :organizations)"
                        + (waiting
                                ? " and state = 'OPEN' and not with_office"
                                : " and (state <> 'OPEN' or with_office)"),
                reach,
                waiting,
                page,
                size);
    }

    /** What waits for offices in reach, or what they decided. */
    Slice<CaseView> ofOffices(Reach reach, boolean waiting, int page, int size) {
        return list(
                "with_office and region_code like any(:regions) and state "
                        + (waiting ? "in ('OPEN', 'ESCALATED')" : "in ('ANNOUNCED', 'DECIDED')"),
                reach,
                waiting,
                page,
                size);
    }

    private Slice<CaseView> list(String where, Reach reach, boolean waiting, int page, int size) {
        return Slice.cut(
                jdbc.sql("select * from objection_case where " + where + " order by "
                                + (waiting ? "due_on, id" : "opened_at desc, id desc") + " limit :limit offset :offset")
                        .param("regions", reach.regionPatterns())
                        .param("organizations", reach.organizationIds())
                        .param("limit", size + 1)
                        .param("offset", (page - 1) * size)
                        .query((row, i) -> CaseStore.view(row))
                        .list(),
                page,
                size);
    }

    int countForOrganizations(Reach reach) {
        return jdbc.sql("""
                        select count(*) from objection_case
                        where state = 'OPEN' and not with_office
                          and (region_code like any(:regions) or organization_ancestors && :organizations)""")
                .param("regions", reach.regionPatterns())
                .param("organizations", reach.organizationIds())
                .query(Integer.class)
                .single();
    }

    int countForOffices(Reach reach) {
        return jdbc.sql("""
                        select count(*) from objection_case
                        where state in ('OPEN', 'ESCALATED') and with_office and region_code like any(:regions)""")
                .param("regions", reach.regionPatterns())
                .query(Integer.class)
                .single();
    }

    /** The records of a case, with those that it holds frozen only if asked. */
    List<RecordKey> records(long caseId, boolean frozenOnly) {
        return jdbc.sql("""
                        select volunteer_id, record_id from objection_record
                        where case_id = :case and (frozen or not :frozenOnly) order by record_id""")
                .param("case", caseId)
                .param("frozenOnly", frozenOnly)
                .query((row, i) -> new RecordKey(row.getLong(1), row.getLong(2)))
                .list();
    }

    /** Other cases that hold the record frozen. */
    List<Long> otherFreezers(RecordKey key, long caseId) {
        return jdbc.sql("""
                        select case_id from objection_record
                        where volunteer_id = :volunteer and record_id = :record and frozen and case_id <> :case""")
                .param("volunteer", key.volunteerId())
                .param("record", key.recordId())
                .param("case", caseId)
                .query((row, i) -> row.getLong(1))
                .list();
    }

    /** Announced decisions that are due, the earliest first. */
    List<Long> announcedUntil(Instant now, int limit) {
        return jdbc.sql("""
                        select id from objection_case where state = 'ANNOUNCED' and carry_out_at <= :now
                        order by carry_out_at, id limit :limit""")
                .param("now", utc(now))
                .param("limit", limit)
                .query((row, i) -> row.getLong(1))
                .list();
    }

    /** Whether a report that a call in a spot check has opened about the record is not decided yet. */
    boolean isNotThereOpen(RecordKey key) {
        return lastNotThere(key)
                .flatMap(this::find)
                .filter(it -> it.state() != CaseView.State.DECIDED)
                .isPresent();
    }

    /** The last report that a call in a spot check has opened about the record; it alone has no receipt. */
    Optional<Long> lastNotThere(RecordKey key) {
        return jdbc.sql("""
                        select c.id from objection_record r join objection_case c on c.id = r.case_id
                        where r.volunteer_id = :volunteer and r.record_id = :record
                          and c.complaint = 'NOT_THERE' and c.receipt_digest is null
                        order by c.opened_at desc, c.id desc limit 1""")
                .param("volunteer", key.volunteerId())
                .param("record", key.recordId())
                .query((row, i) -> row.getLong(1))
                .optional();
    }

    /** Whether any case holds the record frozen. */
    boolean isFrozen(RecordKey key) {
        return jdbc.sql("""
                        select exists (select 1 from objection_record
                            where volunteer_id = :volunteer and record_id = :record and frozen)""")
                .param("volunteer", key.volunteerId())
                .param("record", key.recordId())
                .query(Boolean.class)
                .single();
    }

    /**
     * Whether an objection, or any case that holds it frozen, is open about the record: as long as an answer can be taken to
     * the district, nothing is settled. What outsiders say delays nothing unless the record was frozen for it.
     */
    boolean isOpen(RecordKey key, LocalDate today) {
        return jdbc.sql("""
                        select exists (select 1 from objection_record r join objection_case c on c.id = r.case_id
                            where r.volunteer_id = :volunteer and r.record_id = :record
                              and (c.state in ('OPEN', 'ESCALATED', 'ANNOUNCED')
                                   or c.state = 'ANSWERED' and c.escalate_until >= :today)
                              and (c.kind = 'OBJECTION' or r.frozen))""")
                .param("today", today)
                .param("volunteer", key.volunteerId())
                .param("record", key.recordId())
                .query(Boolean.class)
                .single();
    }
}
