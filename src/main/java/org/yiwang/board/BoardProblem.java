package org.yiwang.board;

import java.util.Locale;
import org.yiwang.kernel.Problem;

/** Why something about boards is refused. */
public enum BoardProblem implements Problem {
    /** For a minor the guardian agrees (PIPL art. 31). */
    GUARDIAN_AGREES(Kind.FORBIDDEN),
    /** A board counts one organization, one category or in one way of its own, not several of them. */
    ONE_FACET(Kind.INVALID),
    /** There is no such period. */
    NO_PERIOD(Kind.INVALID),
    /** Boards count in no such way. */
    NO_KIND(Kind.INVALID),
    /** What it counts is not counted by such periods: newcomers of all time, months of a week. */
    NOT_BY_PERIOD(Kind.INVALID),
    /** Boards are of the city and what lies in it. */
    OUTSIDE(Kind.INVALID),
    /** Joined and left too often within an hour. */
    TOO_OFTEN(Kind.TOO_MANY),
    /** Others write much at the moment; to be tried again. */
    BUSY(Kind.TOO_MANY);

    private final Kind kind;

    BoardProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "board." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
