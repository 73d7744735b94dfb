package org.yiwang.trust;

import static org.yiwang.platform.Moments.instant;
import static org.yiwang.platform.Moments.utc;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of the word of those served. */
@Repository
class ThanksStore {

    private final JdbcClient jdbc;

    ThanksStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<String> token(long activityId) {
        return jdbc.sql("select token from trust_thanks_code where activity_id = :activity")
                .param("activity", activityId)
                .query((row, i) -> row.getString(1))
                .optional();
    }

    void insertToken(long activityId, String token, long by, Instant now) {
        jdbc.sql("""
                        insert into trust_thanks_code (activity_id, token, made_by, made_at)
                        values (:activity, :token, :by, :now) on conflict (activity_id) do nothing""")
                .param("activity", activityId)
                .param("token", token)
                .param("by", by)
                .param("now", utc(now))
                .update();
    }

    Optional<Long> activity(String token) {
        return jdbc.sql("select activity_id from trust_thanks_code where token = :token")
                .param("token", token)
                .query((row, i) -> row.getLong(1))
                .optional();
    }

    /** Writes what somebody said; false if the number has spoken about the activity before. */
    boolean insert(long activityId, byte[] mobileDigest, Thanks.Word word, Instant now) {
        return jdbc.sql("""
                        insert into trust_thanks (activity_id, mobile_digest, came, time_right, words, said_at)
                        values (:activity, :mobile, :came, :right, :words, :now) on conflict do nothing""")
                        .param("activity", activityId)
                        .param("mobile", mobileDigest)
                        .param("came", word.came())
                        .param("right", word.timeRight(), java.sql.Types.BOOLEAN)
                        .param("words", word.words())
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    List<Thanks.Said> said(long activityId) {
        return jdbc.sql("""
                        select came, time_right, words, said_at from trust_thanks
                        where activity_id = :activity order by said_at desc limit 200""")
                .param("activity", activityId)
                .query((row, i) -> new Thanks.Said(
                        new Thanks.Word(row.getBoolean(1), row.getObject(2, Boolean.class), row.getString(3)),
                        instant(row, "said_at")))
                .list();
    }

    /** Yes and no by activity; a wrong time is no yes. Activities about which nobody spoke are left out. */
    Map<Long, Known.Voices> voices(Collection<Long> activityIds) {
        Map<Long, Known.Voices> found = new HashMap<>();
        if (!activityIds.isEmpty()) {
            jdbc.sql("""
                            select activity_id, (count(*) filter (where came and time_right is not false))::int,
                                (count(*) filter (where not came))::int
                            from trust_thanks where activity_id = any(:activities) group by 1""")
                    .param("activities", activityIds.toArray(Long[]::new))
                    .query((row, i) -> put(found, row.getLong(1), row.getInt(2), row.getInt(3)))
                    .list();
        }
        return found;
    }

    private static Known.@Nullable Voices put(Map<Long, Known.Voices> found, long activity, int yes, int no) {
        return found.put(activity, new Known.Voices(yes, no));
    }
}
