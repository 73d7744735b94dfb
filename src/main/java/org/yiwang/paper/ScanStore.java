package org.yiwang.paper;

import static org.yiwang.platform.Moments.utc;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.entry.ProofFile;
import org.yiwang.platform.Vault;

/** Scans of signed sheets. Sealed here, opened here. */
@Repository
class ScanStore {

    private final JdbcClient jdbc;
    private final Vault vault;

    ScanStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** Takes the place of an earlier one. */
    void put(long importId, ProofFile scan, long by, Instant at, LocalDate deleteOn) {
        jdbc.sql("""
                        insert into paper_scan (import_id, format, file_sealed, size_bytes, sha256, added_by, added_at,
                            delete_on)
                        values (:import, :format, :file, :size, :hash, :by, :at, :deleteOn)
                        on conflict (import_id) do update set format = excluded.format,
                            file_sealed = excluded.file_sealed, size_bytes = excluded.size_bytes, sha256 = excluded.sha256,
                            added_by = excluded.added_by, added_at = excluded.added_at, delete_on = excluded.delete_on""")
                .param("import", importId)
                .param("format", scan.format())
                .param("file", vault.sealBytes(scan.bytes()))
                .param("size", scan.bytes().length)
                .param("hash", scan.sha256())
                .param("by", by)
                .param("at", utc(at))
                .param("deleteOn", deleteOn)
                .update();
    }

    Optional<ProofFile> find(long importId) {
        return jdbc.sql("select format, file_sealed from paper_scan where import_id = :import")
                .param("import", importId)
                .query((row, i) -> new ProofFile(row.getString("format"), vault.openBytes(row.getBytes("file_sealed"))))
                .optional();
    }

    /** Notes that somebody has looked at that scan. */
    void looked(long importId, String hash, long by, Instant at) {
        jdbc.sql("""
                        insert into paper_scan_look (import_id, account_id, sha256, looked_at)
                        values (:import, :by, :hash, :at) on conflict do nothing""")
                .param("import", importId)
                .param("by", by)
                .param("hash", hash)
                .param("at", utc(at))
                .update();
    }

    /** Whether that person has looked at that scan. */
    boolean hasLooked(long importId, String hash, long account) {
        return jdbc.sql("""
                        select count(*) from paper_scan_look
                        where import_id = :import and account_id = :account and sha256 = :hash""")
                        .param("import", importId)
                        .param("account", account)
                        .param("hash", hash)
                        .query((row, i) -> row.getInt(1))
                        .single()
                > 0;
    }

    int deleteDue(LocalDate today) {
        return jdbc.sql("delete from paper_scan where delete_on < :today")
                .param("today", today)
                .update();
    }
}
