package org.yiwang.account;

import java.util.Locale;
import org.yiwang.kernel.Problem;

/** Why the account module refuses. */
public enum AccountProblem implements Problem {
    /** No such account. */
    UNKNOWN(Kind.NOT_FOUND),
    /** Not a mainland mobile number of 11 digits. */
    MOBILE_INVALID(Kind.INVALID),
    /** The number belongs to another account. */
    MOBILE_TAKEN(Kind.CONFLICT),
    /** Number and password do not belong together; says nothing about which is wrong. */
    SIGN_IN_WRONG(Kind.UNAUTHENTICATED),
    /** Too many failures for this number: wait the minutes named, or use a code. */
    LOCKED(Kind.TOO_MANY),
    /** Too many tries from this address. */
    TOO_MANY_TRIES(Kind.TOO_MANY),
    /** Too many codes for this number or from this address; names the seconds until the next one, 0 if it takes longer. */
    TOO_MANY_CODES(Kind.TOO_MANY),
    /** Not the code that was sent, or already used. */
    CODE_WRONG(Kind.INVALID),
    /** The code was right but is too old, or was mistyped too often. */
    CODE_EXPIRED(Kind.GONE),
    /** Too short, too simple or the number itself. */
    PASSWORD_WEAK(Kind.INVALID),
    /** Not the password of this account. */
    PASSWORD_WRONG(Kind.INVALID),
    /** Many sign in at this moment; try again. */
    BUSY(Kind.TOO_MANY),
    /** Stopped by an office for the time being. */
    SUSPENDED(Kind.FORBIDDEN),
    /** Closed by the person. */
    CLOSED(Kind.FORBIDDEN),
    /** The half-way mark between password and second factor is too old. */
    SIGN_IN_AGAIN(Kind.UNAUTHENTICATED),
    /** Not the code that the authenticator shows, or used before. */
    SECOND_FACTOR_WRONG(Kind.INVALID),
    /** A call of the API needs the second factor's code as well. */
    SECOND_FACTOR_NEEDED(Kind.UNAUTHENTICATED),
    /** The role asks for a second factor, which must first be set up in the browser. */
    SECOND_FACTOR_MISSING(Kind.UNAUTHENTICATED),
    /** There is no second factor to take away. */
    SECOND_FACTOR_NONE(Kind.CONFLICT),
    /** A second factor is set up already. */
    SECOND_FACTOR_EXISTS(Kind.CONFLICT),
    /** A role that asks for a second factor is held: it cannot be turned off. */
    SECOND_FACTOR_REQUIRED(Kind.FORBIDDEN),
    /** Own data in full is shown only after the password was typed again. */
    PROVE_FIRST(Kind.FORBIDDEN),
    /** A role above one's own cannot be given or taken. */
    GRANT_ABOVE(Kind.FORBIDDEN),
    /** The role is not one for this level of division. */
    GRANT_LEVEL(Kind.INVALID),
    /** Nobody gives or takes roles of their own. */
    GRANT_OWN(Kind.FORBIDDEN),
    /** The last administrator cannot be taken away. */
    GRANT_LAST(Kind.CONFLICT),
    /** Nobody stops the own account or lets it in again. */
    SUSPEND_OWN(Kind.FORBIDDEN),
    /** Stopping and letting in again state a reason. */
    SUSPEND_WHY(Kind.INVALID),
    /** The account is stopped or closed already. */
    SUSPENDED_ALREADY(Kind.CONFLICT),
    /** The account is not stopped. */
    NOT_SUSPENDED(Kind.CONFLICT),
    /** A look at personal data in full states its purpose. */
    PURPOSE_NEEDED(Kind.INVALID),
    /** No such notice or consent. */
    DOCUMENT_UNKNOWN(Kind.NOT_FOUND),
    /** Another version holds now; read that one. */
    DOCUMENT_CHANGED(Kind.CONFLICT);

    private final Kind kind;

    AccountProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "account." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
