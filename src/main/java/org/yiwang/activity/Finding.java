package org.yiwang.activity;

import java.util.List;
import org.yiwang.kernel.Refusal;

/**
 * Something that keeps an activity from being published.
 *
 * @param problem what
 * @param args values its message names
 * @param field the form field to mend it in
 */
public record Finding(ActivityProblem problem, List<Object> args, String field) {

    static Finding of(ActivityProblem problem, String field, Object... args) {
        return new Finding(problem, List.of(args), field);
    }

    /** The same as a refusal of the command. */
    public Refusal refusal() {
        return new Refusal(problem, args.toArray()).at(field);
    }
}
