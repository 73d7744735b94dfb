package org.yiwang.signup;

import java.util.Locale;
import org.yiwang.kernel.Problem;

/** Why a sign-up, or a decision about one, is refused. */
public enum SignUpProblem implements Problem {
    /** No place is free and the waiting list is full or there is none. */
    FULL(Kind.CONFLICT),
    /** Not public, called off, outside the recruitment window, or the shift has begun. */
    CLOSED(Kind.CONFLICT),
    /** The post asks for another age on the day of the shift. */
    CONDITION_AGE(Kind.CONFLICT),
    /** The post asks for a skill that the profile does not show. */
    CONDITION_SKILL(Kind.CONFLICT),
    /** The post asks for more own hours. */
    CONDITION_HOURS(Kind.CONFLICT),
    /** The post asks for a qualification. */
    CONDITION_QUALIFICATION(Kind.CONFLICT),
    /** At that time the person has another place. */
    OVERLAP(Kind.CONFLICT),
    /** The person is signed up for the shift already. */
    ALREADY(Kind.CONFLICT),
    /** Only by invitation, or only for members of the named teams. */
    NOT_INVITED(Kind.FORBIDDEN),
    /** The pass-code is missing or wrong. */
    PASS_CODE(Kind.FORBIDDEN),
    /** The pass-code was tried too often within a short time. */
    PASS_CODE_TRIES(Kind.TOO_MANY),
    /** A message to those signed up has 1 to 500 characters. */
    ANNOUNCEMENT_TEXT(Kind.INVALID),
    /** The day's number of messages to those signed up is used up. */
    ANNOUNCEMENT_LIMIT(Kind.TOO_MANY),
    /** Nobody is signed up whom a message could reach. */
    ANNOUNCEMENT_NOBODY(Kind.CONFLICT),
    /** Minors do not serve at this risk level. */
    NO_MINORS(Kind.CONFLICT),
    /** The registration is not valid, or not valid yet. */
    NOT_VALID_VOLUNTEER(Kind.CONFLICT),
    /** The consent to sensitive data that a registration rests on was withdrawn. */
    CONSENT_WITHDRAWN(Kind.CONFLICT),
    /** Too many coming shifts signed up for already. */
    QUOTA(Kind.CONFLICT),
    /** The actor is neither the person nor the guardian. */
    NOT_YOURS(Kind.FORBIDDEN),
    /** The activity has no such shift. */
    UNKNOWN_SHIFT(Kind.NOT_FOUND),
    /** There is no such sign-up. */
    UNKNOWN(Kind.NOT_FOUND),
    /** The sign-up does not stand where this could be done to it. */
    NOT_NOW(Kind.CONFLICT),
    /** The shift has begun: the organizer notes who did not come. */
    SHIFT_BEGUN(Kind.CONFLICT),
    /** The shift has not begun: nobody is missing yet. */
    SHIFT_NOT_BEGUN(Kind.CONFLICT),
    /** Nobody can be invited by this number. */
    UNKNOWN_NUMBER(Kind.INVALID),
    /** The person does not meet what the post asks for; not said what. */
    CANNOT_BE_INVITED(Kind.CONFLICT),
    /** The person rests, without a last day. */
    RESTING(Kind.CONFLICT),
    /** The person rests until a day. */
    RESTING_UNTIL(Kind.CONFLICT),
    /** The day's number of invitations is used up. */
    INVITATION_LIMIT(Kind.TOO_MANY),
    /** A shift cannot have fewer places than people who already have one. */
    CAPACITY_BELOW_TAKEN(Kind.CONFLICT),
    /** More people wait for an answer than the server can hold; nothing was done. */
    BUSY(Kind.TOO_MANY);

    private final Kind kind;

    SignUpProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "signup." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
