package org.yiwang.region;

import java.util.Locale;
import org.yiwang.kernel.Problem;

/** Refusals of the {@code region} module. */
enum RegionProblem implements Problem {
    /** There is no such division. */
    UNKNOWN(Kind.NOT_FOUND),
    /** Divisions down to the community are official: they cannot be renamed or closed here. */
    OFFICIAL(Kind.CONFLICT),
    /** Neighbourhoods are made below a community, grids below a neighbourhood, nothing below a grid. */
    NOT_BELOW_HERE(Kind.CONFLICT),
    /** A sister has that name already. */
    NAME_TAKEN(Kind.CONFLICT),
    /** All 999 numbers below the parent are used. */
    FULL(Kind.CONFLICT),
    /** It was closed. */
    CLOSED(Kind.GONE);

    private final Kind kind;

    RegionProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "region." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
