package org.yiwang.record.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yiwang.record.CaseTrail;
import org.yiwang.record.Hold;
import org.yiwang.record.RecordState;
import org.yiwang.record.TrailLine;

/**
 * A line of a record's trail as sent.
 *
 * @param what {@code STANDING} where the record came to another state, else what happened to a proposed correction
 * @param by in which capacity whoever did it acted then: {@code PROGRAM}, {@code SELF}, {@code GUARDIAN}, {@code STAFF},
 *     {@code OFFICE}, {@code OUTSIDER}, {@code ORGANIZATION} or a code of the table {@code role}
 * @param body name of the organization, or of the team or area of the role; empty where there is none
 * @param evidence what shows that it is right; with {@code PROPOSED}, and where a long day was refused
 * @param minutes minutes of the record where it begins, or after the proposed correction; 0 if it is to be void
 * @param rule key of the rule applied: {@code /api/v1/rules/{rule}/{ruleVersion}} says what it says
 * @param told message key of what happened in a case; only with {@code CASE}
 * @param more message key of what the case is about or how it was answered
 */
record TrailStep(
        TrailLine.What what,
        @Nullable RecordState state,
        @Nullable Hold hold,
        Instant at,
        String by,
        String body,
        @Nullable String why,
        @Nullable String evidence,
        @Nullable Integer minutes,
        @Nullable String rule,
        @Nullable Integer ruleVersion,
        @Nullable String told,
        @Nullable String more) {

    static TrailStep of(TrailLine line) {
        CaseTrail.Line inCase = line.inCase();
        return new TrailStep(
                line.what(),
                line.state(),
                line.hold(),
                line.at(),
                line.who().as(),
                line.who().body(),
                line.why(),
                line.evidence(),
                line.minutes(),
                line.ruleKey(),
                line.ruleVersion(),
                inCase == null ? null : inCase.told(),
                inCase == null ? null : inCase.more());
    }
}
