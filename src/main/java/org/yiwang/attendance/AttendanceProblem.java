package org.yiwang.attendance;

import java.util.Locale;
import org.yiwang.kernel.Problem;

/** Why a check-in or check-out is refused. */
public enum AttendanceProblem implements Problem {
    /** The code was never made by this platform. */
    CODE_FORGED(Kind.INVALID),
    /** The code was right and is too old. */
    CODE_EXPIRED(Kind.INVALID),
    /** The code is of another activity. */
    CODE_OF_ANOTHER_ACTIVITY(Kind.INVALID),
    /** The six digits are not shown anywhere now where this person has a place. */
    DIGITS_WRONG(Kind.INVALID),
    /** Too many wrong digits. */
    TOO_MANY_TRIES(Kind.TOO_MANY),
    /** The person has no place in this activity. */
    NOT_SIGNED_UP(Kind.CONFLICT),
    /** Check-in for the person's shift is not open yet. */
    TOO_EARLY(Kind.CONFLICT),
    /** The person's shift is over. */
    OVER(Kind.CONFLICT),
    /** The person is checked in at another activity that is still running. */
    OPEN_ELSEWHERE(Kind.CONFLICT),
    /** Checked in already. */
    ALREADY_IN(Kind.CONFLICT),
    /** Not checked in, so there is nothing to check out of. */
    NOT_IN(Kind.CONFLICT),
    /** As many pairs as one person may have per activity and day. */
    TOO_MANY_PAIRS(Kind.CONFLICT),
    /** The activity takes no attendance: not published, cancelled or closed. */
    NOT_RUNNING(Kind.CONFLICT),
    /** There is no such pair, or it is closed. */
    NOTHING_TO_ATTEST(Kind.CONFLICT),
    /** A time before the arrival, after the grace, or in the future. */
    IMPOSSIBLE_TIME(Kind.INVALID),
    /** More people check in at this moment than can be served; a second try will do. */
    BUSY(Kind.TOO_MANY),
    /** Something that is needed was not sent. */
    INCOMPLETE(Kind.INVALID),
    /** Nobody attests for themselves. */
    OWN_TIME(Kind.FORBIDDEN),
    /** Somebody has checked in early to a shift that is to be called off. */
    ARRIVED_ALREADY(Kind.CONFLICT);

    private final Kind kind;

    AttendanceProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "attendance." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
