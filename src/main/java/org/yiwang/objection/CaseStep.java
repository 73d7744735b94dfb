package org.yiwang.objection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.Period;
import org.yiwang.rules.Rule;

/**
 * Something that happened in a case.
 *
 * @param what what
 * @param side who did it
 * @param at when
 * @param actorAccountId the account; 0 for the program and for people without one
 * @param words what was said or the reason given, null for none
 * @param outcome how it was answered, null unless it was
 * @param served the time that the record was corrected to or is to be, null for none
 * @param evidence what shows it, null for none
 * @param ruleKey the rule applied, null where none was
 * @param ruleVersion its version
 */
public record CaseStep(
        What what,
        Side side,
        Instant at,
        long actorAccountId,
        @Nullable String words,
        CaseView.@Nullable Outcome outcome,
        @Nullable Period served,
        @Nullable String evidence,
        @Nullable String ruleKey,
        @Nullable Integer ruleVersion) {

    /** Something that answers nothing and to which no rule was applied. */
    static CaseStep of(What what, Side side, Instant at, long actorAccountId, @Nullable String words) {
        return new CaseStep(what, side, at, actorAccountId, words, null, null, null, null, null);
    }

    /** The same with what somebody found. */
    CaseStep saying(Verdict verdict) {
        String shown = verdict.evidence().strip();
        return new CaseStep(
                what,
                side,
                at,
                actorAccountId,
                verdict.reason().strip(),
                verdict.outcome(),
                verdict.served(),
                shown.isEmpty() ? null : shown,
                ruleKey,
                ruleVersion);
    }

    /** The same by a rule. */
    CaseStep by(@Nullable String key, @Nullable Integer version) {
        return new CaseStep(what, side, at, actorAccountId, words, outcome, served, evidence, key, version);
    }

    /** The same by a rule. */
    CaseStep by(Rule<?> rule) {
        return by(rule.key(), rule.version());
    }

    /** What can happen. */
    public enum What {
        /** The case was opened. */
        OPENED,
        /** Somebody added something. */
        STATED,
        /** The records do not count while somebody looks. */
        FROZEN,
        /** They count again. */
        RELEASED,
        /** The organization answered. */
        ANSWERED,
        /** The organization would give more hours, which it does not do alone: the district decides. */
        PUT_FORWARD,
        /** It went to the district. */
        ESCALATED,
        /** The office told what it means to do, before it does it. */
        ANNOUNCED,
        /** The volunteer agreed to that. */
        AGREED,
        /** What was announced could not be done any more; the office looks again. */
        OVERTAKEN,
        /** The office decided. */
        DECIDED
    }

    /** Who can do something in a case. */
    public enum Side {
        /** The volunteer or the guardian. */
        VOLUNTEER,
        /** Somebody who reported, or who says "that was not me". */
        OUTSIDER,
        /** The organization that recorded. */
        ORGANIZATION,
        /** The office. */
        OFFICE,
        /** The program, when a day has come. */
        PROGRAM
    }
}
