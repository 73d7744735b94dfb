package org.yiwang.objection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

    /** Message key of what happened. */
    public String told() {
        String how = switch (side) {
            case PROGRAM -> ".late";
            case OUTSIDER -> ".above";
            default -> "";
        };
        return "objection.step." + what + (what == What.ESCALATED ? how : "");
    }

    /** Message key of how it was answered or is to be, in a case of that kind; null where it was not. */
    public @Nullable String ended(CaseView.Kind kind) {
        if (outcome == null || what == What.PUT_FORWARD) {
            return null;
        }
        return what == What.ANNOUNCED ? "objection.announced." + outcome : "objection.outcome." + kind + "." + outcome;
    }

    /**
     * The same without what might say who reported: in the words of whoever did, or in the grounds on which an office found
     * nothing, before it was taken to the office above. Those were not meant for the volunteer, who knew of no report.
     */
    static List<CaseStep> asTheVolunteerReads(List<CaseStep> steps) {
        List<CaseStep> read = new ArrayList<>();
        boolean takenAboveLater = false;
        for (CaseStep step : steps.reversed()) {
            boolean outsider = step.side == Side.OUTSIDER;
            takenAboveLater |= outsider && step.what == What.ESCALATED;
            read.add(outsider || takenAboveLater && step.what == What.DECIDED ? step.withoutWords() : step);
        }
        return List.copyOf(read.reversed());
    }

    private CaseStep withoutWords() {
        return new CaseStep(what, side, at, actorAccountId, null, outcome, served, null, ruleKey, ruleVersion);
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
        /** The volunteer. */
        VOLUNTEER,
        /** The volunteer's guardian; cases from before this was told apart say {@link #VOLUNTEER}. */
        GUARDIAN,
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
