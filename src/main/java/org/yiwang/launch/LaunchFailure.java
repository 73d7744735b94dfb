package org.yiwang.launch;

import org.jspecify.annotations.Nullable;

/**
 * The program cannot start, for a reason that one line can say to the person who started it. Printed without a stack
 * trace; nothing of theirs has been touched.
 */
final class LaunchFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LaunchFailure(String line) {
        super(line);
    }

    LaunchFailure(String line, Throwable cause) {
        super(line, cause);
    }

    /** The failure behind whatever a framework wrapped it in, null if the cause is another. */
    static @Nullable LaunchFailure in(@Nullable Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof LaunchFailure failure) {
                return failure;
            }
        }
        return null;
    }
}
