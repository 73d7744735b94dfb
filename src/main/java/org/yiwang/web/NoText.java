package org.yiwang.web;

import java.sql.SQLException;
import java.util.Set;

/**
 * What is sent and is no text: PostgreSQL keeps none with the character U+0000. Whoever sent it is told that the request makes no
 * sense; it is no fault of the program.
 */
final class NoText {

    /** Not in the encoding, and not to be read out of JSON. */
    private static final Set<String> STATES = Set.of("22021", "22P05");

    private static final int DEPTH = 10;

    private NoText() {}

    /** Whether the database refused that. */
    static boolean isBehind(Throwable fault) {
        Throwable cause = fault;
        for (int depth = 0; cause != null && depth < DEPTH; depth++) {
            if (cause instanceof SQLException refused && STATES.contains(String.valueOf(refused.getSQLState()))) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
