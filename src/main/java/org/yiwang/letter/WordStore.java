package org.yiwang.letter;

import static org.yiwang.platform.Moments.instant;
import static org.yiwang.platform.Moments.instantOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.activity.ActivityView;
import org.yiwang.kernel.Reach;

/** SQL of thanks. */
@Repository
class WordStore {

    private final JdbcClient jdbc;

    WordStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Claims a receipt for a word of thanks; false if it is claimed, for the same form was sent before. */
    boolean claim(byte[] receipt, long activityId, long wordId) {
        return jdbc.sql("""
                        insert into letter_receipt (receipt, activity_id, word_id)
                        values (:receipt, :activity, :word) on conflict do nothing""")
                        .param("receipt", receipt)
                        .param("activity", activityId)
                        .param("word", wordId)
                        .update()
                == 1;
    }

    void insert(KindWord word, ActivityView activity) {
        jdbc.sql("""
                        insert into letter_word (activity_id, word_id, organization_id, organization_ancestors,
                            region_code, words, first_name, may_hang, origin, state, written_at, entered_by)
                        values (:activity, :word, :organization, :ancestors, :region, :words, :name, :hang, :origin,
                            :state, :at, :by)""")
                .param("activity", word.activityId())
                .param("word", word.wordId())
                .param("organization", activity.organizationId())
                .param("ancestors", activity.ancestors().toArray(Long[]::new))
                .param("region", activity.region().value())
                .param("words", word.words())
                .param("name", word.firstName(), Types.VARCHAR)
                .param("hang", word.mayHang())
                .param("origin", word.origin().name())
                .param("state", word.state().name())
                .param("at", Timestamp.from(word.writtenAt()))
                .param("by", word.enteredBy(), Types.BIGINT)
                .update();
    }

    Optional<KindWord> lock(long activityId, long wordId) {
        return jdbc.sql("select * from letter_word where activity_id = :activity and word_id = :word for update")
                .param("activity", activityId)
                .param("word", wordId)
                .query(WordStore::read)
                .optional();
    }

    Optional<KindWord> ofReceipt(byte[] receipt) {
        return jdbc.sql("""
                        select w.* from letter_receipt r
                        join letter_word w on w.activity_id = r.activity_id and w.word_id = r.word_id
                        where r.receipt = :receipt for update of w""").param("receipt", receipt).query(WordStore::read).optional();
    }

    /** All about an activity, the latest first; what was taken back is left out. */
    List<KindWord> ofActivity(long activityId) {
        return jdbc.sql("""
                        select * from letter_word where activity_id = :activity and state <> 'WITHDRAWN'
                        order by written_at desc, word_id desc""")
                .param("activity", activityId)
                .query(WordStore::read)
                .list();
    }

    /** Those passed on to who served in any of the activities, the latest first. */
    List<KindWord> delivered(Collection<Long> activityIds) {
        return jdbc.sql("""
                        select * from letter_word where activity_id = any(:activities) and state = 'DELIVERED'
                        order by written_at desc, word_id desc""")
                .param("activities", activityIds.toArray(Long[]::new))
                .query(WordStore::read)
                .list();
    }

    /** Those that wait within reach, the longest waiting first. */
    List<KindWord> waiting(Reach reach, int most) {
        return jdbc.sql("""
                        select * from letter_word where state = 'WAITING'
                          and (region_code like any(:regions) or organization_ancestors && :organizations)
                        order by written_at, word_id limit :most""")
                .param("regions", reach.regionPatterns())
                .param("organizations", reach.organizationIds())
                .param("most", most)
                .query(WordStore::read)
                .list();
    }

    int countWaiting(Reach reach) {
        return jdbc.sql("""
                        select count(*) from letter_word where state = 'WAITING'
                          and (region_code like any(:regions) or organization_ancestors && :organizations)""")
                .param("regions", reach.regionPatterns())
                .param("organizations", reach.organizationIds())
                .query((row, i) -> row.getInt(1))
                .single();
    }

    void decide(KindWord thanks, KindWord.State state, KindWord.@Nullable Reason reason, long by, Instant now) {
        jdbc.sql("""
                        update letter_word set state = :state, reason = :reason, decided_by = :by, decided_at = :now
                        where activity_id = :activity and word_id = :word""")
                .param("state", state.name())
                .param("reason", reason == null ? null : reason.name(), Types.VARCHAR)
                .param("by", by)
                .param("now", Timestamp.from(now))
                .param("activity", thanks.activityId())
                .param("word", thanks.wordId())
                .update();
    }

    /** The words go with it. */
    void withdraw(KindWord thanks) {
        jdbc.sql("""
                        update letter_word set state = 'WITHDRAWN', words = null, first_name = null
                        where activity_id = :activity and word_id = :word""")
                .param("activity", thanks.activityId())
                .param("word", thanks.wordId())
                .update();
    }

    /** Organizations at or below this one that somebody thanked. */
    List<Long> organizationsBelow(long organizationId) {
        return jdbc.sql("""
                        select distinct organization_id from letter_word
                        where state = 'WAITING' and organization_ancestors && array[:organization]::bigint[]""")
                .param("organization", organizationId)
                .query((row, i) -> row.getLong(1))
                .list();
    }

    void moveOrganization(long organizationId, List<Long> ancestors) {
        jdbc.sql("""
                        update letter_word set organization_ancestors = :ancestors
                        where organization_id = :organization and state = 'WAITING'""")
                .param("ancestors", ancestors.toArray(Long[]::new))
                .param("organization", organizationId)
                .update();
    }

    private static KindWord read(ResultSet row, int i) throws SQLException {
        String reason = row.getString("reason");
        return new KindWord(
                row.getLong("activity_id"),
                row.getLong("word_id"),
                row.getString("words"),
                row.getString("first_name"),
                row.getBoolean("may_hang"),
                KindWord.Origin.valueOf(row.getString("origin")),
                KindWord.State.valueOf(row.getString("state")),
                reason == null ? null : KindWord.Reason.valueOf(reason),
                instant(row, "written_at"),
                row.getObject("entered_by", Long.class),
                instantOrNull(row, "decided_at"));
    }
}
