package org.yiwang.honour;

import java.util.Locale;
import org.yiwang.kernel.Problem;

/** Why something about awards is refused. */
public enum HonourProblem implements Problem {
    /** No round of that id, or not for this person. */
    ROUND_UNKNOWN(Kind.NOT_FOUND),
    /** No such kind of award. */
    KIND_UNKNOWN(Kind.INVALID),
    /** Offices of that level of region hold no such round. */
    KIND_NOT_HERE(Kind.CONFLICT),
    /** The round does not stand so that this could be done. */
    NOT_NOW(Kind.CONFLICT),
    /** A government's award rests on a document. */
    DOCUMENT_NEEDED(Kind.INVALID),
    /** Somebody must be allowed to nominate. */
    NOBODY_NOMINATES(Kind.INVALID),
    /** Too few days to nominate. */
    WINDOW_SHORT(Kind.INVALID),
    /** The first day of nominations is over. */
    OPENS_IN_PAST(Kind.INVALID),
    /** The review ends after the nominations. */
    REVIEW_FIRST(Kind.INVALID),
    /** Last days can only become later. */
    ONLY_LATER(Kind.INVALID),
    /** The period ends before it begins. */
    PERIOD_BACKWARDS(Kind.INVALID),
    /** A number beyond its bounds. */
    RANGE(Kind.INVALID),
    /** One to six criteria. */
    CRITERIA(Kind.INVALID),
    /** Words are needed. */
    TEXT_NEEDED(Kind.INVALID),
    /** Too many characters. */
    TEXT_LONG(Kind.INVALID),
    /** No volunteer of that number. */
    NUMBER_UNKNOWN(Kind.INVALID),
    /** Nominations are not taken today. */
    NOT_OPEN(Kind.CONFLICT),
    /** The round does not let the person nominate this one. */
    MAY_NOT_NOMINATE(Kind.FORBIDDEN),
    /** The person is nominated already. */
    ALREADY_NOMINATED(Kind.CONFLICT),
    /** The person said no to this round; nobody asks again. */
    HAS_DECLINED(Kind.CONFLICT),
    /** A judge is neither nominee nor nominator, nor a relative of one. */
    ON_PANEL(Kind.CONFLICT),
    /** The registration is not valid. */
    NOT_VALID(Kind.CONFLICT),
    /** Lives elsewhere. */
    NOT_OF_AREA(Kind.CONFLICT),
    /** Too young for this award. */
    TOO_YOUNG(Kind.CONFLICT),
    /** Too little credit time in the counted days. */
    TOO_FEW_HOURS(Kind.CONFLICT),
    /** A decision about false hours is in force. */
    SANCTIONED(Kind.CONFLICT),
    /** Does not fulfil the terms; why is said to the person and to offices only. */
    NOT_ELIGIBLE(Kind.CONFLICT),
    /** Too many claims. */
    TOO_MANY_STATEMENTS(Kind.INVALID),
    /** A claim says the name of a nominee who may wish to be masked. */
    NAME_IN_CLAIM(Kind.INVALID),
    /** A claim cites a fact that is not there. */
    SOURCE_UNKNOWN(Kind.INVALID),
    /** No nomination of that id, or not for this person. */
    NOMINATION_UNKNOWN(Kind.NOT_FOUND),
    /** No such claim, or it is not doubted. */
    STATEMENT_UNKNOWN(Kind.NOT_FOUND),
    /** For a minor the guardian agrees, nobody else. */
    GUARDIAN_AGREES(Kind.FORBIDDEN),
    /** It was answered before. */
    ALREADY_ANSWERED(Kind.CONFLICT),
    /** A judge needs an account of the own. */
    JUDGE_WITHOUT_ACCOUNT(Kind.INVALID),
    /** Is on the panel already. */
    ALREADY_JUDGE(Kind.CONFLICT),
    /** Is a nominee, has nominated, or is a relative or the same human. */
    JUDGE_INVOLVED(Kind.CONFLICT),
    /** The panel is full. */
    PANEL_FULL(Kind.CONFLICT),
    /** Not on the panel of this round. */
    NOT_A_JUDGE(Kind.FORBIDDEN),
    /** Stays out when this nominee is judged. */
    RECUSED(Kind.FORBIDDEN),
    /** Every criterion needs a score within bounds. */
    SCORES(Kind.INVALID),
    /** Some nominees have too few scores. */
    SCORES_MISSING(Kind.CONFLICT),
    /** A judge who has scored stays on the panel. */
    HAS_SCORED(Kind.CONFLICT),
    /** Nobody who agreed is left. */
    NO_NOMINEES(Kind.CONFLICT),
    /** A tie is decided by whom the rule names. */
    NOT_TO_DECIDE_TIE(Kind.FORBIDDEN),
    /** The order must name each of those who are tied once. */
    TIE_ORDER(Kind.INVALID),
    /** No objection of that id or receipt. */
    OBJECTION_UNKNOWN(Kind.NOT_FOUND),
    /** Too many from one address today. */
    TOO_OFTEN(Kind.TOO_MANY),
    /** An objection that names nobody cannot remove anybody. */
    NAMES_NOBODY(Kind.CONFLICT),
    /** Nobody decides about the own person, or alone what was put forward by the same human. */
    ANOTHER_PERSON(Kind.FORBIDDEN),
    /** No list of that id, or not for this person. */
    LIST_UNKNOWN(Kind.NOT_FOUND),
    /** Nobody was chosen. */
    NOBODY_CHOSEN(Kind.INVALID),
    /** More people than a list may have. */
    LIST_LONG(Kind.INVALID),
    /** Somebody chosen is not within what was found. */
    NOT_FOUND_THERE(Kind.CONFLICT),
    /** The days to answer are over. */
    TIME_OVER(Kind.GONE),
    /** Nobody has agreed. */
    NOBODY_AGREED(Kind.CONFLICT),
    /** The file waits for a second person. */
    NOT_APPROVED(Kind.CONFLICT),
    /** No file of that id. */
    EXPORT_UNKNOWN(Kind.NOT_FOUND);

    private final Kind kind;

    HonourProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "honour." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
