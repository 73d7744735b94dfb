package org.yiwang.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A command was refused for a named reason. Thrown before anything is written, or inside the transaction so that
 * nothing half-written remains; rendered once, as RFC 9457 JSON, as a page or beside a form field.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final transient List<Object> args;

    @Nullable
    private final String field;

    /** A refusal with the values that its message names. */
    public Refusal(Problem problem, Object... args) {
        this(problem, null, List.of(args));
    }

    private Refusal(Problem problem, @Nullable String field, List<Object> args) {
        super(problem.code(), null, false, false);
        this.problem = problem;
        this.field = field;
        this.args = args;
    }

    /** The same refusal, tied to the form field that caused it. */
    public Refusal at(String formField) {
        return new Refusal(problem, formField, args);
    }

    /** Why. */
    public Problem problem() {
        return problem;
    }

    /** Values for the message, in order. */
    public List<Object> args() {
        return args;
    }

    /** The form field at fault, if one is. */
    @Nullable
    public String field() {
        return field;
    }
}
