package org.yiwang.trust;

import java.util.Locale;
import org.yiwang.kernel.Problem;

/** Why something about grades, spot checks or sanctions is refused. */
public enum TrustProblem implements Problem {
    /** The record has no grade yet: its activity is not closed. */
    NO_GRADE(Kind.NOT_FOUND),
    /** The month is not over. */
    MONTH_NOT_OVER(Kind.INVALID),
    /** No head of the log was published and settled since the month ended, so there is no chance to draw by. */
    NO_HEAD_YET(Kind.CONFLICT),
    /** No head was published in that month: what was made in it is in the sample of a later one. */
    WITHIN_LATER(Kind.CONFLICT),
    /** No record was first made in that month in the region. */
    NOTHING_TO_DRAW(Kind.CONFLICT),
    /** The sample of that month and region was drawn before. */
    ALREADY_DRAWN(Kind.CONFLICT),
    /** There is no such sample, or not within reach. */
    SAMPLE_UNKNOWN(Kind.NOT_FOUND),
    /** Nobody checks the own records. */
    OWN_RECORD(Kind.FORBIDDEN),
    /** Nobody checks records of a team that the person runs. */
    OWN_TEAM(Kind.FORBIDDEN),
    /** What was wrong must be written down. */
    NOTE_NEEDED(Kind.INVALID),
    /** What somebody said is not among what can be answered. */
    ANSWER_NEEDED(Kind.INVALID),
    /** The link for those served leads nowhere. */
    THANKS_UNKNOWN(Kind.NOT_FOUND),
    /** The activity has not begun yet. */
    THANKS_TOO_EARLY(Kind.CONFLICT),
    /** So long afterwards nobody is asked any more. */
    THANKS_OVER(Kind.CONFLICT),
    /** The number has spoken about this activity before. */
    THANKS_GIVEN(Kind.CONFLICT),
    /** The number belongs to somebody who served there or runs the team. */
    THANKS_NOT_SERVED(Kind.FORBIDDEN),
    /** The organization or person may enter nothing by hand at present. */
    MANUAL_ENTRY_BANNED(Kind.FORBIDDEN),
    /** There is no such sanction, or not within reach. */
    SANCTION_UNKNOWN(Kind.NOT_FOUND),
    /** A sanction rests on a case; there is none of that number, or not within reach. */
    CASE_UNKNOWN(Kind.INVALID),
    /** No office has decided the case, or its decision is not carried out yet. */
    CASE_UNDECIDED(Kind.CONFLICT),
    /** The office found no false hours in the case. */
    CASE_KEPT(Kind.CONFLICT),
    /** The case is about another organization, or about records of others that the person did not make. */
    CASE_OTHER(Kind.CONFLICT),
    /** The same was decided about the same person or organization today. */
    ALREADY_IMPOSED(Kind.CONFLICT),
    /** Nobody lifts the own decision, or one against the own person. */
    ANOTHER_PERSON(Kind.FORBIDDEN),
    /** It was lifted or is over. */
    SANCTION_OVER(Kind.CONFLICT),
    /** Nobody decides about the own person or team. */
    OWN_CASE(Kind.FORBIDDEN),
    /** There is nobody and nothing of that number or name. */
    SUBJECT_UNKNOWN(Kind.INVALID),
    /** A decision needs its reason. */
    REASON_NEEDED(Kind.INVALID);

    private final Kind kind;

    TrustProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "trust." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
