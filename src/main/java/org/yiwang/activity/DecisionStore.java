package org.yiwang.activity;

import static org.yiwang.platform.Moments.instant;
import static org.yiwang.platform.Moments.utc;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.activity.ActivityView.State;
import org.yiwang.kernel.Ids;
import tools.jackson.databind.ObjectMapper;

/** The steps of activities: appended, never changed. */
@Component
class DecisionStore {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    DecisionStore(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Appends a step. */
    void insert(long activityId, Decision decision) {
        jdbc.sql("""
                        insert into activity_decision
                            (activity_id, decision_id, step, from_state, to_state, account_id, at, reason, basis)
                        values (:activity, :id, :step, :from, :to, :account, :at, :reason, :basis::jsonb)""")
                .param("activity", activityId)
                .param("id", Ids.next())
                .param("step", decision.step().name())
                .param("from", decision.from().name())
                .param("to", decision.to().name())
                .param("account", decision.accountId())
                .param("at", utc(decision.at()))
                .param("reason", decision.reason())
                .param("basis", decision.basis() == null ? null : json.writeValueAsString(decision.basis()))
                .update();
    }

    /** All steps of an activity, the first first. */
    List<Decision> list(long activityId) {
        return jdbc.sql("""
                        select step, from_state, to_state, account_id, at, reason, basis::text as basis
                        from activity_decision where activity_id = :activity order by at, decision_id""")
                .param("activity", activityId)
                .query((row, i) -> new Decision(
                        Step.valueOf(row.getString("step")),
                        State.valueOf(row.getString("from_state")),
                        State.valueOf(row.getString("to_state")),
                        row.getLong("account_id"),
                        instant(row, "at"),
                        row.getString("reason"),
                        basis(row.getString("basis"))))
                .list();
    }

    @Nullable
    private Basis basis(@Nullable String text) {
        return text == null ? null : json.readValue(text, Basis.class);
    }
}
