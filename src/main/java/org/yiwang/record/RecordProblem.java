package org.yiwang.record;

import java.util.Locale;
import org.yiwang.kernel.Problem;

/** Why something about a record is refused. */
public enum RecordProblem implements Problem {
    /** There is no such record, or not for this person. */
    UNKNOWN(Kind.NOT_FOUND),
    /** The record was replaced or declared void and changes no more. */
    NOT_LIVE(Kind.CONFLICT),
    /** A case about the record is open: whoever decides it decides about the record. */
    FROZEN(Kind.CONFLICT),
    /** A correction that was told to the volunteer is under way already. */
    PROPOSED_ALREADY(Kind.CONFLICT),
    /** Nothing is proposed about the record, or not any more. */
    NO_PROPOSAL(Kind.CONFLICT),
    /** What lowers a record needs to be shown: the volunteer reads it. */
    EVIDENCE_NEEDED(Kind.INVALID),
    /** The record does not wait for an approval. */
    NOTHING_TO_APPROVE(Kind.CONFLICT),
    /** Another live record of the same person covers part of the time. */
    OVERLAPS(Kind.CONFLICT),
    /** A time in the future, or one that ends before it begins. */
    IMPOSSIBLE_TIME(Kind.INVALID),
    /** A decision needs its reason: the volunteer reads it. */
    REASON_NEEDED(Kind.INVALID),
    /** The time lies outside the shift and its tolerance. */
    OUTSIDE_SHIFT(Kind.INVALID),
    /** Nobody decides about their own record. */
    OWN_RECORD(Kind.FORBIDDEN),
    /** Days that are none, or whose last comes before the first. */
    DAYS(Kind.INVALID),
    /** More records than one file holds. */
    TOO_MANY(Kind.INVALID),
    /** Somebody else changed the record in the meantime. */
    CHANGED_MEANWHILE(Kind.CONFLICT),
    /** The record is not in the sealed log: it does not count yet, or became effective seconds ago. */
    NOT_SEALED(Kind.NOT_FOUND);

    private final Kind kind;

    RecordProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "record." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
