package org.yiwang.paper;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.Period;

/**
 * A line with what was found out about it when it came.
 *
 * @param line as written; without the number of a document where somebody was found for it
 * @param activityId the activity, null if none was found
 * @param volunteerId the volunteer, null if none was found
 * @param span from arrival to departure, null if it could not be read
 * @param fault why it is refused, null if nothing is wrong with it
 */
record Staged(
        Line line,
        @Nullable Long activityId,
        @Nullable Long volunteerId,
        @Nullable Period span,
        @Nullable Fault fault) {

    /**
     * What is wrong with a line.
     *
     * @param problem code of the problem
     * @param args what its message names
     */
    record Fault(String problem, List<String> args) {

        static Fault of(org.yiwang.kernel.Problem problem, Object... args) {
            return new Fault(
                    problem.code(),
                    java.util.Arrays.stream(args).map(String::valueOf).toList());
        }
    }
}
