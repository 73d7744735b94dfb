package org.yiwang.rules;

import java.util.Locale;
import org.yiwang.kernel.Problem;

/** Refusals of the {@code rules} module. */
enum RulesProblem implements Problem {
    /** There is no code table of that name. */
    UNKNOWN_TABLE(Kind.NOT_FOUND),
    /** The table has no such code. */
    UNKNOWN_CODE(Kind.NOT_FOUND),
    /** The table has that code already, perhaps retired. */
    CODE_TAKEN(Kind.CONFLICT),
    /** The program itself knows the codes of this table: names may change, codes may not. */
    CODES_FIXED(Kind.CONFLICT),
    /** The last day comes before the first. */
    ENDS_BEFORE_IT_BEGINS(Kind.INVALID),
    /** There is no rule of that key. */
    UNKNOWN_RULE(Kind.NOT_FOUND),
    /** The value is not JSON; the argument says where. */
    NOT_JSON(Kind.INVALID),
    /** The value lacks a field of the version before it, has one too many, or one of another type. */
    OTHER_SHAPE(Kind.INVALID),
    /** The rule's own reader refuses the value. */
    NOT_ACCEPTED(Kind.INVALID),
    /** A version would hold from a day that is past: past results never change silently. */
    IN_THE_PAST(Kind.INVALID),
    /** A make-up working day must be a weekend day. */
    NOT_A_WEEKEND(Kind.INVALID);

    private final Kind kind;

    RulesProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "rules." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
