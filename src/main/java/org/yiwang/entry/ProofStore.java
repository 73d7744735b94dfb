package org.yiwang.entry;

import static org.yiwang.platform.Moments.utc;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Vault;

/** Scanned proofs. Sealed here, opened here. */
@Component
class ProofStore {

    private final JdbcClient jdbc;
    private final Vault vault;

    ProofStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** Takes the place of an earlier one. */
    void put(EntrySheet sheet, ProofFile file, long by, Instant at, LocalDate deleteOn) {
        jdbc.sql("""
                        insert into entry_proof (activity_id, sheet_id, format, file_sealed, size_bytes, sha256, added_by,
                            added_at, delete_on)
                        values (:activity, :sheet, :format, :file, :size, :hash, :by, :at, :deleteOn)
                        on conflict (activity_id, sheet_id) do update set format = excluded.format,
                            file_sealed = excluded.file_sealed, size_bytes = excluded.size_bytes, sha256 = excluded.sha256,
                            added_by = excluded.added_by, added_at = excluded.added_at, delete_on = excluded.delete_on""")
                .param("activity", sheet.activityId())
                .param("sheet", sheet.id())
                .param("format", file.format())
                .param("file", vault.sealBytes(file.bytes()))
                .param("size", file.bytes().length)
                .param("hash", file.sha256())
                .param("by", by)
                .param("at", utc(at))
                .param("deleteOn", deleteOn)
                .update();
    }

    Optional<ProofFile> find(long activityId, long sheetId) {
        return jdbc.sql(
                        "select format, file_sealed from entry_proof where activity_id = :activity and sheet_id = :sheet")
                .param("activity", activityId)
                .param("sheet", sheetId)
                .query((row, i) -> new ProofFile(row.getString("format"), vault.openBytes(row.getBytes("file_sealed"))))
                .optional();
    }

    /** Notes that somebody has looked at the proof that the sheet has now. */
    void looked(EntrySheet sheet, long by, Instant at) {
        jdbc.sql("""
                        insert into entry_proof_look (activity_id, sheet_id, account_id, sha256, looked_at)
                        values (:activity, :sheet, :by, :hash, :at) on conflict do nothing""")
                .param("activity", sheet.activityId())
                .param("sheet", sheet.id())
                .param("by", by)
                .param("hash", sheet.proofHash())
                .param("at", utc(at))
                .update();
    }

    /** Whether that person has looked at the proof that the sheet has now. */
    boolean hasLooked(EntrySheet sheet, long account) {
        return jdbc.sql("""
                        select count(*) from entry_proof_look
                        where activity_id = :activity and sheet_id = :sheet and account_id = :account and sha256 = :hash""")
                        .param("activity", sheet.activityId())
                        .param("sheet", sheet.id())
                        .param("account", account)
                        .param("hash", sheet.proofHash())
                        .query((row, i) -> row.getInt(1))
                        .single()
                > 0;
    }

    int deleteDue(LocalDate today) {
        return jdbc.sql("delete from entry_proof where delete_on < :today")
                .param("today", today)
                .update();
    }
}
