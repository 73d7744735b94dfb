package org.yiwang.record.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.Period;
import org.yiwang.record.CaseTrail;
import org.yiwang.record.Hold;
import org.yiwang.record.RecordState;
import org.yiwang.record.TrailLine;

/**
 * A line of a record's trail as sent.
 *
 * @param what {@code STANDING} where the record came to another state, {@code CASE} for what happened in a case about it, else what happened to a proposed correction
 * @param by in which capacity whoever did it acted then: {@code PROGRAM}, {@code SELF}, {@code GUARDIAN}, {@code STAFF},
 *     {@code OFFICE}, {@code OUTSIDER}, {@code ORGANIZATION} or a code of the table {@code role}
 * @param body name of the organization, or of the team or area of the role; empty where there is none
 * @param evidence what shows that it is right; with {@code PROPOSED}, and where a long day was refused
 * @param minutes minutes of the record where it begins, or after the proposed correction; 0 if it is to be void
 * @param rule key of the rule applied: {@code /api/v1/rules/{rule}/{ruleVersion}} says what it says
 * @param inCase what happened in the case; only with {@code CASE}
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
        @Nullable InCase inCase) {

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
                inCase == null ? null : InCase.of(inCase));
    }

    /**
     * What happened in a case, in codes.
     *
     * @param kind {@code OBJECTION}, {@code REPORT} or {@code NOT_ME}
     * @param complaint what is said to be wrong
     * @param step what happened
     * @param side who did it
     * @param outcome how it was answered or is to be
     * @param from begin of the time named with it
     * @param to its end
     */
    record InCase(
            String kind,
            String complaint,
            String step,
            String side,
            @Nullable String outcome,
            @Nullable Instant from,
            @Nullable Instant to) {

        static InCase of(CaseTrail.Line line) {
            CaseTrail.Code code = line.code();
            Period served = line.served();
            return new InCase(
                    code.kind(),
                    code.complaint(),
                    code.step(),
                    code.side(),
                    code.outcome(),
                    served == null ? null : served.start(),
                    served == null ? null : served.end());
        }
    }
}
