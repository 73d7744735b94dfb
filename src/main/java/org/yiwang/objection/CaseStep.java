package org.yiwang.objection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a case.
 *
 * @param what what
 * @param side who did it
 * @param at when
 * @param actorAccountId the account; 0 for the program and for people without one
 * @param words what was said or the reason given, null for none
 * @param outcome how it was answered, null unless it was
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
        @Nullable String ruleKey,
        @Nullable Integer ruleVersion) {

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
