package org.yiwang.points;

import java.util.Locale;
import org.yiwang.kernel.Problem;

/** Why something about points is refused. */
public enum PointsProblem implements Problem {
    /** No points were worked out for this record. */
    NONE_FOR_RECORD(Kind.NOT_FOUND),
    /** A month that is not over, or lies before all records, shows nothing. */
    MONTH(Kind.INVALID),
    /** The formula is the one that holds: nothing would change. */
    SAME_FORMULA(Kind.INVALID),
    /** A preview needs a draft. */
    FORMULA_MISSING(Kind.INVALID);

    private final Kind kind;

    PointsProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "points." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
