package org.yiwang.objection;

import static org.yiwang.platform.Moments.instant;
import static org.yiwang.platform.Moments.instantOrNull;
import static org.yiwang.platform.Moments.utc;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yiwang.kernel.Period;

/** SQL about what happened in cases; it is only ever added to. */
@Repository
class CaseStepStore {

    private final JdbcClient jdbc;

    CaseStepStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(long caseId, CaseStep step) {
        jdbc.sql("""
                        insert into objection_step (case_id, step_no, what, side, at, actor_account_id, words, outcome,
                            served_from, served_to, evidence, rule_key, rule_version)
                        select :case, coalesce(max(step_no), 0) + 1, :what, :side, :at, :actor, :words, :outcome,
                            :from, :to, :evidence, :rule, :version
                        from objection_step where case_id = :case""")
                .param("case", caseId)
                .param("what", step.what().name())
                .param("side", step.side().name())
                .param("at", utc(step.at()))
                .param("actor", step.actorAccountId())
                .param("words", step.words())
                .param("outcome", step.outcome() == null ? null : step.outcome().name())
                .param("from", step.served() == null ? null : utc(step.served().start()))
                .param("to", step.served() == null ? null : utc(step.served().end()))
                .param("evidence", step.evidence())
                .param("rule", step.ruleKey())
                .param("version", step.ruleVersion())
                .update();
    }

    /** The first first. */
    List<CaseStep> of(long caseId) {
        return jdbc.sql("select * from objection_step where case_id = :case order by step_no")
                .param("case", caseId)
                .query((row, i) -> {
                    String outcome = row.getString("outcome");
                    Instant from = instantOrNull(row, "served_from");
                    Instant to = instantOrNull(row, "served_to");
                    return new CaseStep(
                            CaseStep.What.valueOf(row.getString("what")),
                            CaseStep.Side.valueOf(row.getString("side")),
                            instant(row, "at"),
                            row.getLong("actor_account_id"),
                            row.getString("words"),
                            outcome == null ? null : CaseView.Outcome.valueOf(outcome),
                            from == null || to == null ? null : new Period(from, to),
                            row.getString("evidence"),
                            row.getString("rule_key"),
                            row.getObject("rule_version", Integer.class));
                })
                .list();
    }

    /** Who at an office has announced or decided what the volunteer, or whoever reported, took to the office above. */
    List<Long> contestedDeciders(long caseId) {
        return jdbc.sql("""
                        select distinct actor_account_id from objection_step
                        where case_id = :case and what in ('ANNOUNCED', 'DECIDED') and step_no < (
                            select max(step_no) from objection_step
                            where case_id = :case and what = 'ESCALATED' and side in ('VOLUNTEER', 'GUARDIAN', 'OUTSIDER'))""")
                .param("case", caseId)
                .query((row, i) -> row.getLong(1))
                .list();
    }

    /** Whether whoever reported has taken the decision to the office above. */
    boolean isTakenAbove(long caseId) {
        return jdbc.sql("""
                        select exists (select 1 from objection_step
                            where case_id = :case and what = 'ESCALATED' and side = 'OUTSIDER')""").param("case", caseId).query(Boolean.class).single();
    }
}
