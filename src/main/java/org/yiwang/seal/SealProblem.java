package org.yiwang.seal;

import java.util.Locale;
import org.yiwang.kernel.Problem;

/** What the log refuses. */
public enum SealProblem implements Problem {
    /** No head of that size was published. */
    UNKNOWN_HEAD,
    /** The log at that head has no such leaf. */
    UNKNOWN_LEAF;

    @Override
    public String code() {
        return "seal." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return Kind.NOT_FOUND;
    }
}
