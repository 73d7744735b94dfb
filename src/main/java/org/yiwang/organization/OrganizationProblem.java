package org.yiwang.organization;

import java.util.Locale;
import org.yiwang.kernel.Problem;

/** Why something about an organization is refused. */
public enum OrganizationProblem implements Problem {
    UNKNOWN(Kind.NOT_FOUND),
    NOT_A_VOLUNTEER(Kind.FORBIDDEN),
    UNDER_AGE(Kind.FORBIDDEN),
    PERSON_UNDER_AGE(Kind.INVALID),
    HONESTY_MISSING(Kind.INVALID),
    TEXT_LENGTH(Kind.INVALID),
    NAME_TAKEN(Kind.CONFLICT),
    UNKNOWN_CODE(Kind.INVALID),
    CATEGORIES(Kind.INVALID),
    LEGAL_FORM_MISSING(Kind.INVALID),
    UNIT_KIND_MISSING(Kind.INVALID),
    CREDIT_CODE_MISSING(Kind.INVALID),
    CREDIT_CODE_WRONG(Kind.INVALID),
    CREDIT_CODE_TAKEN(Kind.CONFLICT),
    FILING_BODY_MISSING(Kind.INVALID),
    FILING_NEEDS_COMMUNITY(Kind.INVALID),
    UNIT_MISSING(Kind.INVALID),
    UNIT_NAME_DIFFERS(Kind.CONFLICT),
    BRANCH_MISSING(Kind.INVALID),
    PHONE_WRONG(Kind.INVALID),
    PASS_CODE_FORM(Kind.INVALID),
    FOUNDED_IN_FUTURE(Kind.INVALID),
    PARENT_UNKNOWN(Kind.INVALID),
    CYCLE(Kind.CONFLICT),
    TOO_MANY_WAITING(Kind.TOO_MANY),
    NOT_YOURS(Kind.FORBIDDEN),
    ALREADY_DECIDED(Kind.CONFLICT),
    OWN_APPLICATION(Kind.FORBIDDEN),
    OFFICE_ONLY(Kind.FORBIDDEN),
    REASON_MISSING(Kind.INVALID),
    FILING_PERIOD(Kind.INVALID),
    NOT_FILED(Kind.CONFLICT),
    NOT_ACTIVE(Kind.CONFLICT),
    JOIN_CLOSED(Kind.FORBIDDEN),
    PASS_CODE_WRONG(Kind.INVALID),
    PASS_CODE_TRIES(Kind.TOO_MANY),
    ALREADY_MEMBER(Kind.CONFLICT),
    ALREADY_ASKED(Kind.CONFLICT),
    ALREADY_INVITED(Kind.CONFLICT),
    RESTING(Kind.CONFLICT),
    NOT_A_MEMBER(Kind.CONFLICT),
    NOT_INVITED(Kind.CONFLICT),
    NUMBER_UNKNOWN(Kind.INVALID),
    POST_HELD(Kind.CONFLICT),
    POST_UNKNOWN(Kind.NOT_FOUND),
    CHOSEN_IN_FUTURE(Kind.INVALID),
    LAST_ADMINISTRATOR(Kind.CONFLICT);

    private final Kind kind;

    OrganizationProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "organization." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
