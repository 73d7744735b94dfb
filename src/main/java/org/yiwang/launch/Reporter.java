package org.yiwang.launch;

import java.sql.SQLException;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.yiwang.account.KeysMissing;
import org.yiwang.bulk.CutOff;
import org.yiwang.seal.SigningKeyMissing;

/** Keeps Spring from printing a stack trace for what {@link Launcher} says in one line. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class Reporter implements SpringBootExceptionReporter {

    @Override
    public boolean reportException(Throwable failure) {
        return sayable(failure) != null;
    }

    /** The failure as one line, null if it is not of a kind that one line can say. */
    static @org.jspecify.annotations.Nullable LaunchFailure sayable(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof PortInUseException port) {
                return new LaunchFailure(
                        "Port " + port.getPort()
                                + " is in use by another program. Stop that one, or choose another port with --server.port=…",
                        t);
            }
            if (t instanceof SQLException sql && isAboutReaching(sql)) {
                return new LaunchFailure(
                        "The database cannot be reached (spring.datasource.url): " + sql.getMessage(), t);
            }
            if (t instanceof KeysMissing keys) {
                return new LaunchFailure(String.valueOf(keys.getMessage()), t);
            }
            if (t instanceof CutOff half) {
                return new LaunchFailure(String.valueOf(half.getMessage()), t);
            }
            if (t instanceof SigningKeyMissing key) {
                return new LaunchFailure(String.valueOf(key.getMessage()), t);
            }
        }
        return LaunchFailure.in(thrown);
    }

    /** Connection failures, wrong passwords, a database that does not exist, too many connections. */
    private static boolean isAboutReaching(SQLException e) {
        String state = e.getSQLState();
        return state != null
                && (state.startsWith("08") || state.startsWith("28") || state.equals("3D000") || state.equals("53300"));
    }
}
