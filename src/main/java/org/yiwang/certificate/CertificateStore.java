package org.yiwang.certificate;

import static org.yiwang.platform.Moments.instant;
import static org.yiwang.platform.Moments.instantOrNull;
import static org.yiwang.platform.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Certificates as they are kept. */
@Component
class CertificateStore {

    private final JdbcClient jdbc;

    CertificateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A row to write. */
    record Issue(
            long volunteerId,
            long certificateId,
            CertificateContent content,
            String json,
            byte[] hash,
            byte[] payload,
            String keyId,
            byte[] signature,
            List<Long> records,
            List<Long> entries,
            long issuedBy,
            @Nullable String onBehalf) {}

    /** A row as it stands, with what became of it. */
    record Row(
            long volunteerId,
            long certificateId,
            String name,
            String json,
            byte[] hash,
            byte[] payload,
            String keyId,
            byte[] signature,
            Instant issuedAt,
            long issuedBy,
            boolean onBehalf,
            @Nullable Instant voidSince,
            boolean voidByOwner,
            List<Long> records) {}

    private static final String ROW = """
            select i.*, v.at as void_at, v.cause
            from certificate_issued i
            left join certificate_void v on v.volunteer_id = i.volunteer_id and v.certificate_id = i.certificate_id
            """;

    private static final String LINE = """
            select i.number, i.name, i.issued_at, i.content::json ->> 'from' as served_from,
                i.content::json ->> 'to' as served_to, v.at as void_at
            from certificate_issued i
            left join certificate_void v on v.volunteer_id = i.volunteer_id and v.certificate_id = i.certificate_id
            """;

    /**
     * Makes what becomes of one person's certificates wait its turn until the transaction ends: none is made of a record that
     * ceases to count in the same moment.
     */
    void lock(long volunteerId) {
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended('certificate ' || :person, 0))) l")
                .param("person", volunteerId)
                .query((row, i) -> row.getInt(1))
                .single();
    }

    void insert(Issue issue) {
        CertificateContent content = issue.content();
        jdbc.sql(
                        "insert into certificate_number (number, volunteer_id, certificate_id) values (:number, :volunteer, :id)")
                .param("number", content.number())
                .param("volunteer", issue.volunteerId())
                .param("id", issue.certificateId())
                .update();
        jdbc.sql("""
                        insert into certificate_issued (volunteer_id, certificate_id, number, name, content, hash, payload,
                            key_id, signature, record_ids, entry_ids, issued_at, issued_by, on_behalf)
                        values (:volunteer, :id, :number, :name, :content, :hash, :payload, :key, :signature,
                            :records::bigint[], :entries::bigint[], :at, :by, :behalf)""")
                .param("volunteer", issue.volunteerId())
                .param("id", issue.certificateId())
                .param("number", content.number())
                .param("name", content.person().name())
                .param("content", issue.json())
                .param("hash", issue.hash())
                .param("payload", issue.payload())
                .param("key", issue.keyId())
                .param("signature", issue.signature())
                .param("records", issue.records().stream().mapToLong(l -> l).toArray())
                .param("entries", issue.entries().stream().mapToLong(l -> l).toArray())
                .param("at", utc(content.issuedAt()))
                .param("by", issue.issuedBy())
                .param("behalf", issue.onBehalf())
                .update();
    }

    Optional<Row> find(String number) {
        return jdbc.sql(ROW + """
                        join certificate_number n
                            on n.volunteer_id = i.volunteer_id and n.certificate_id = i.certificate_id
                        where n.number = :number""")
                .param("number", number)
                .query((row, i) -> row(row))
                .optional();
    }

    /** The newest certificate of exactly these records and other entries, if it is younger than that and counts. */
    Optional<Row> findSame(long volunteerId, Collection<Long> records, Collection<Long> entries, Instant since) {
        return jdbc.sql(ROW + """
                        where i.volunteer_id = :volunteer and i.record_ids = :records::bigint[]
                            and i.entry_ids = :entries::bigint[] and i.issued_at >= :since
                            and v.at is null and i.on_behalf is null
                        order by i.issued_at desc limit 1""")
                .param("volunteer", volunteerId)
                .param("records", records.stream().mapToLong(l -> l).toArray())
                .param("entries", entries.stream().mapToLong(l -> l).toArray())
                .param("since", utc(since))
                .query((row, i) -> row(row))
                .optional();
    }

    int countSince(long volunteerId, Instant since) {
        return jdbc.sql(
                        "select count(*) from certificate_issued where volunteer_id = :volunteer and issued_at >= :since")
                .param("volunteer", volunteerId)
                .param("since", utc(since))
                .query(Integer.class)
                .single();
    }

    /** Certificates of a person, the newest first. */
    List<CertificateLine> list(long volunteerId, int limit) {
        return jdbc.sql(
                        LINE
                                + "where i.volunteer_id = :volunteer order by i.issued_at desc, i.certificate_id desc limit :limit")
                .param("volunteer", volunteerId)
                .param("limit", limit)
                .query((row, i) -> line(row))
                .list();
    }

    /** Certificates that somebody made for others since a moment, the newest first. */
    List<CertificateLine> madeBy(long accountId, Instant since) {
        return jdbc.sql(LINE + """
                        where i.issued_by = :account and i.issued_at >= :since and i.on_behalf is not null
                        order by i.issued_at desc limit 100""")
                .param("account", accountId)
                .param("since", utc(since))
                .query((row, i) -> line(row))
                .list();
    }

    /** Whether it became void now; false if it was before. */
    boolean declareVoid(Row row, Instant now, long byAccount) {
        return jdbc.sql("""
                        insert into certificate_void (volunteer_id, certificate_id, at, cause, by_account)
                        values (:volunteer, :id, :at, 'OWNER', :by) on conflict do nothing""")
                        .param("volunteer", row.volunteerId())
                        .param("id", row.certificateId())
                        .param("at", utc(now))
                        .param("by", byAccount)
                        .update()
                == 1;
    }

    /** Declares void what rests on a record; the numbers of those that counted until now. */
    List<String> declareVoidWith(long volunteerId, long recordId, Instant now) {
        return jdbc.sql("""
                        with ended as (
                            insert into certificate_void (volunteer_id, certificate_id, at, cause, record_id)
                            select volunteer_id, certificate_id, :at, 'RECORD', :record from certificate_issued
                            where volunteer_id = :volunteer and record_ids @> array[:record]::bigint[]
                            on conflict do nothing returning volunteer_id, certificate_id)
                        select i.number from ended e
                        join certificate_issued i on i.volunteer_id = e.volunteer_id and i.certificate_id = e.certificate_id
                        order by i.number""")
                .param("volunteer", volunteerId)
                .param("record", recordId)
                .param("at", utc(now))
                .query((row, i) -> row.getString("number"))
                .list();
    }

    /** Declares void what lists a training or commendation; the numbers of those that counted until now. */
    List<String> declareVoidWithEntry(long volunteerId, long entryId, Instant now) {
        return jdbc.sql("""
                        with ended as (
                            insert into certificate_void (volunteer_id, certificate_id, at, cause, entry_id)
                            select volunteer_id, certificate_id, :at, 'ENTRY', :entry from certificate_issued
                            where volunteer_id = :volunteer and entry_ids @> array[:entry]::bigint[]
                            on conflict do nothing returning volunteer_id, certificate_id)
                        select i.number from ended e
                        join certificate_issued i on i.volunteer_id = e.volunteer_id and i.certificate_id = e.certificate_id
                        order by i.number""")
                .param("volunteer", volunteerId)
                .param("entry", entryId)
                .param("at", utc(now))
                .query((row, i) -> row.getString("number"))
                .list();
    }

    /** Numbers of what rests on a record. */
    List<String> numbersWith(long volunteerId, long recordId) {
        return jdbc.sql("""
                        select number from certificate_issued
                        where volunteer_id = :volunteer and record_ids @> array[:record]::bigint[]""")
                .param("volunteer", volunteerId)
                .param("record", recordId)
                .query((row, i) -> row.getString("number"))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("volunteer_id"),
                row.getLong("certificate_id"),
                row.getString("name"),
                row.getString("content"),
                row.getBytes("hash"),
                row.getBytes("payload"),
                row.getString("key_id"),
                row.getBytes("signature"),
                instant(row, "issued_at"),
                row.getLong("issued_by"),
                row.getString("on_behalf") != null,
                voidAt(row),
                "OWNER".equals(row.getString("cause")),
                List.of((Long[]) row.getArray("record_ids").getArray()));
    }

    private static CertificateLine line(ResultSet row) throws SQLException {
        return new CertificateLine(
                row.getString("number"),
                row.getString("name"),
                instant(row, "issued_at"),
                LocalDate.parse(row.getString("served_from")),
                LocalDate.parse(row.getString("served_to")),
                voidAt(row));
    }

    private static @Nullable Instant voidAt(ResultSet row) throws SQLException {
        return instantOrNull(row, "void_at");
    }
}
