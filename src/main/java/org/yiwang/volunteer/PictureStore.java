package org.yiwang.volunteer;

import static org.yiwang.platform.Moments.instant;
import static org.yiwang.platform.Moments.utc;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Vault;
import org.yiwang.volunteer.DocumentPictures.Side;

/** Rows of pictures: of documents, until they are decided about, and portraits. Sealed here, opened here. */
@Component
class PictureStore {

    private final JdbcClient jdbc;
    private final Vault vault;

    PictureStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** Takes the place of an earlier picture of that side. */
    void putDocument(long volunteerId, Side side, byte[] picture, long by, Instant at) {
        jdbc.sql("""
                insert into volunteer_document_picture (volunteer_id, side, picture_sealed, added_at, added_by)
                values (:volunteer, :side, :picture, :at, :by)
                on conflict (volunteer_id, side) do update set picture_sealed = excluded.picture_sealed,
                    added_at = excluded.added_at, added_by = excluded.added_by, delete_on = null""")
                .param("volunteer", volunteerId)
                .param("side", side.name())
                .param("picture", vault.sealBytes(picture))
                .param("at", utc(at))
                .param("by", by)
                .update();
    }

    /** Which sides there are, with when each was added. */
    Map<Side, Instant> sides(long volunteerId) {
        Map<Side, Instant> sides = new EnumMap<>(Side.class);
        jdbc.sql("select side, added_at from volunteer_document_picture where volunteer_id = :volunteer")
                .param("volunteer", volunteerId)
                .query((row, i) -> sides.put(Side.valueOf(row.getString("side")), instant(row, "added_at")))
                .list();
        return sides;
    }

    Map<Side, byte[]> documents(long volunteerId) {
        Map<Side, byte[]> pictures = new EnumMap<>(Side.class);
        jdbc.sql("select side, picture_sealed from volunteer_document_picture where volunteer_id = :volunteer")
                .param("volunteer", volunteerId)
                .query((row, i) -> pictures.put(
                        Side.valueOf(row.getString("side")), vault.openBytes(row.getBytes("picture_sealed"))))
                .list();
        return pictures;
    }

    /** The pictures of the document are deleted on that day. */
    void deleteDocumentsOn(long volunteerId, LocalDate day) {
        jdbc.sql("update volunteer_document_picture set delete_on = :day where volunteer_id = :volunteer")
                .param("day", day)
                .param("volunteer", volunteerId)
                .update();
    }

    /** How many pictures of documents were due and are gone. */
    int deleteDue(LocalDate today) {
        return jdbc.sql("delete from volunteer_document_picture where delete_on <= :today")
                .param("today", today)
                .update();
    }

    /** Takes away everything of a volunteer at once. */
    void deleteAll(long volunteerId) {
        jdbc.sql("delete from volunteer_document_picture where volunteer_id = :volunteer")
                .param("volunteer", volunteerId)
                .update();
        deletePortrait(volunteerId);
    }

    void putPortrait(long volunteerId, byte[] picture, long consentAccount, Instant at) {
        jdbc.sql("""
                insert into volunteer_portrait (volunteer_id, picture_sealed, consent_account, added_at)
                values (:volunteer, :picture, :account, :at)
                on conflict (volunteer_id) do update set picture_sealed = excluded.picture_sealed,
                    consent_account = excluded.consent_account, added_at = excluded.added_at""")
                .param("volunteer", volunteerId)
                .param("picture", vault.sealBytes(picture))
                .param("account", consentAccount)
                .param("at", utc(at))
                .update();
    }

    Optional<byte[]> portrait(long volunteerId) {
        return jdbc.sql("select picture_sealed from volunteer_portrait where volunteer_id = :volunteer")
                .param("volunteer", volunteerId)
                .query((row, i) -> vault.openBytes(row.getBytes(1)))
                .optional();
    }

    void deletePortrait(long volunteerId) {
        jdbc.sql("delete from volunteer_portrait where volunteer_id = :volunteer")
                .param("volunteer", volunteerId)
                .update();
    }

    /** Takes away the portraits that an account has consented to. */
    void deletePortraitsBy(long account) {
        jdbc.sql("delete from volunteer_portrait where consent_account = :account")
                .param("account", account)
                .update();
    }
}
