package org.yiwang.entry;

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
                        insert into entry_proof (activity_id, sheet_id, format, file_sealed, size_bytes, added_by, added_at,
                            delete_on)
                        values (:activity, :sheet, :format, :file, :size, :by, :at, :deleteOn)
                        on conflict (activity_id, sheet_id) do update set format = excluded.format,
                            file_sealed = excluded.file_sealed, size_bytes = excluded.size_bytes,
                            added_by = excluded.added_by, added_at = excluded.added_at, delete_on = excluded.delete_on""")
                .param("activity", sheet.activityId())
                .param("sheet", sheet.id())
                .param("format", file.format())
                .param("file", vault.sealBytes(file.bytes()))
                .param("size", file.bytes().length)
                .param("by", by)
                .param("at", EntryStore.utc(at))
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

    int deleteDue(LocalDate today) {
        return jdbc.sql("delete from entry_proof where delete_on < :today")
                .param("today", today)
                .update();
    }
}
