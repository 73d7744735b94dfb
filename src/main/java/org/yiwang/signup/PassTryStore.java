package org.yiwang.signup;

import static org.yiwang.platform.Moments.utc;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of attempts at pass-codes. */
@Component
class PassTryStore {

    private final JdbcClient jdbc;

    PassTryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts one more; the counting begins anew when the first attempt was before that moment. */
    int count(long activityId, long accountId, Instant now, Instant since) {
        return jdbc.sql("""
                        insert into signup_pass_try as t (activity_id, account_id, tries, first_at)
                        values (:activity, :account, 1, :now)
                        on conflict (activity_id, account_id) do update set
                            tries = case when t.first_at <= :since then 1 else t.tries + 1 end,
                            first_at = case when t.first_at <= :since then excluded.first_at else t.first_at end
                        returning tries""")
                .param("activity", activityId)
                .param("account", accountId)
                .param("now", utc(now))
                .param("since", utc(since))
                .query((row, i) -> row.getInt(1))
                .single();
    }

    void forget(long activityId, long accountId) {
        jdbc.sql("delete from signup_pass_try where activity_id = :activity and account_id = :account")
                .param("activity", activityId)
                .param("account", accountId)
                .update();
    }
}
