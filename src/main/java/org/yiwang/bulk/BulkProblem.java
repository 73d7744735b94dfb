package org.yiwang.bulk;

import java.util.Locale;
import org.yiwang.kernel.Problem;

/** Why nothing is generated. */
enum BulkProblem implements Problem {
    /** Somebody has an account in the database already. */
    NOT_EMPTY(Kind.CONFLICT),
    /** The city would have more people with one birthday than there are numbers for them. */
    TOO_MANY(Kind.INVALID);

    private final Kind kind;

    BulkProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "bulk." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
