package org.yiwang.objection;

import java.util.Locale;
import org.yiwang.kernel.Problem;

/** Why something about a case is refused. */
public enum CaseProblem implements Problem {
    /** The key of a repeated request is so short that others may have drawn it too. */
    KEY_TOO_SHORT(Kind.INVALID),
    /** There is no such case, or not for this person. */
    UNKNOWN(Kind.NOT_FOUND),
    /** An objection to this record waits for its answer already. */
    ALREADY_OPEN(Kind.CONFLICT),
    /** The objection was answered; it can be taken to the district. */
    ESCALATE_INSTEAD(Kind.CONFLICT),
    /** The district has decided about this record. */
    DECIDED_ALREADY(Kind.CONFLICT),
    /** The record was replaced by a correction; object to that one. */
    RECORD_REPLACED(Kind.CONFLICT),
    /** The record is void or replaced and changes no more. */
    RECORD_OVER(Kind.CONFLICT),
    /** The case does not wait for this step: somebody else took it, or it is over. */
    NOT_WAITING(Kind.CONFLICT),
    /** The time for taking it to the office above is over. */
    TOO_LATE(Kind.GONE),
    /** Nobody answers a case about themselves, or one that they opened. */
    OWN_CASE(Kind.FORBIDDEN),
    /** Who made the record or the answer leaves the case to somebody else. */
    MADE_IT_YOURSELF(Kind.FORBIDDEN),
    /** Who leads the organization that the case is about does not decide it. */
    OWN_ORGANIZATION(Kind.FORBIDDEN),
    /** The outcome does not fit the case. */
    OUTCOME(Kind.INVALID),
    /** Every answer needs its reason. */
    REASON_NEEDED(Kind.INVALID),
    /** More words than a page reads well. */
    WORDS_LONG(Kind.INVALID),
    /** What takes hours away, or gives more, says what shows it. */
    EVIDENCE_NEEDED(Kind.INVALID),
    /** A complaint that does not belong to this kind of case. */
    COMPLAINT(Kind.INVALID),
    /** A correction needs its times. */
    TIMES_NEEDED(Kind.INVALID),
    /** An organization's answer takes no more hours away than the volunteer said are too many. */
    LOWERING(Kind.CONFLICT),
    /** The case is late: what is announced is carried out or given up, but not announced anew. */
    ANNOUNCED_LATE(Kind.CONFLICT),
    /** Before records of a person are declared void, the person shows the document at a desk. */
    DOCUMENT_UNSEEN(Kind.INVALID),
    /** Nothing says what is missing: an activity or its name, and the day. */
    NOTHING_NAMED(Kind.INVALID),
    /** Looks or reports too often on one day. */
    TOO_OFTEN(Kind.TOO_MANY),
    /** A document number that cannot be one. */
    DOCUMENT_ODD(Kind.INVALID),
    /** The look is older than half an hour; the code has to be sent anew. */
    LOOK_EXPIRED(Kind.GONE),
    /** Nothing is on record with the document. */
    NOTHING_TO_DISOWN(Kind.CONFLICT),
    /** "That was not me" was said already, and the case waits for its decision. */
    NOT_ME_OPEN(Kind.CONFLICT),
    /** No report has this receipt number. */
    RECEIPT(Kind.NOT_FOUND);

    private final Kind kind;

    CaseProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "case." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
