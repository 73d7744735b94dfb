package org.yiwang.star;

import java.util.Locale;
import org.yiwang.kernel.Problem;

/** Why something about stars is refused. */
public enum StarProblem implements Problem {
    /** The scheme has no such star. */
    NO_SUCH_STAR(Kind.INVALID),
    /** The hours do not reach it; the arguments are the star and the minutes that are missing. */
    BELOW_THRESHOLD(Kind.CONFLICT),
    /** The person has this star or a higher one. */
    HELD_ALREADY(Kind.CONFLICT),
    /** Another application or nomination of the person is open. */
    OPEN_ALREADY(Kind.CONFLICT),
    /** The same star was refused a short while ago; the argument is the first day to ask again. */
    WAIT_FIRST(Kind.CONFLICT),
    /** The scheme knows no applications: a team or an office nominates. */
    NO_APPLICATIONS(Kind.CONFLICT),
    /** The scheme knows no nominations. */
    NO_NOMINATIONS(Kind.CONFLICT),
    /** For a minor the guardian has to agree. */
    GUARDIAN_AGREES(Kind.FORBIDDEN),
    /** The registration does not count. */
    NOT_VALID(Kind.CONFLICT),
    /** Nobody whom one may nominate has that number: a member of the team, or somebody who lives in the area. */
    NOMINEE_UNKNOWN(Kind.INVALID),
    /** The hours of whoever is nominated do not reach the star; how many they are is not said. */
    NOMINEE_BELOW(Kind.CONFLICT),
    /** The person is not a member of that team. */
    NOT_YOUR_TEAM(Kind.INVALID),
    /** There is no such application, or not within reach. */
    UNKNOWN(Kind.NOT_FOUND),
    /** It does not wait for that any more. */
    DECIDED_ALREADY(Kind.CONFLICT),
    /** It is about the person who decides, or somebody close. */
    OWN_CASE(Kind.FORBIDDEN),
    /** Whoever nominated does not decide. */
    NOMINATED_IT(Kind.FORBIDDEN),
    /** Whoever has decided one step leaves the next to somebody else. */
    DECIDED_BEFORE(Kind.FORBIDDEN),
    /** A reason is needed. */
    REASON_NEEDED(Kind.INVALID),
    /** The text is too long; the argument is how many characters it may have. */
    TEXT_LONG(Kind.INVALID),
    /** The person has objected to this one before. */
    OBJECTED_BEFORE(Kind.CONFLICT),
    /** The person has objected often enough for a day; the argument is how often one may. */
    OBJECTED_ENOUGH(Kind.CONFLICT),
    /** It is not on public notice. */
    NOT_ON_NOTICE(Kind.CONFLICT),
    /** There is no such star of a person, or not within reach. */
    AWARD_UNKNOWN(Kind.NOT_FOUND),
    /** The hours reach the threshold (again): nothing to take back. */
    NOT_BELOW(Kind.CONFLICT),
    /** It was announced already that it is to be taken back. */
    ANNOUNCED_ALREADY(Kind.CONFLICT),
    /** Nothing was announced, or it is decided. */
    NOTHING_ANNOUNCED(Kind.CONFLICT),
    /** The time to object is not over; the argument is its last day. */
    TIME_TO_OBJECT(Kind.CONFLICT),
    /** Another person than the one who announced it decides. */
    ANOTHER_PERSON(Kind.FORBIDDEN),
    /** There is no such rehearsal. */
    REHEARSAL_UNKNOWN(Kind.NOT_FOUND),
    /** The rehearsal is not done. */
    REHEARSAL_NOT_DONE(Kind.CONFLICT),
    /** Its scheme was adopted before. */
    ADOPTED_ALREADY(Kind.CONFLICT),
    /** The scheme makes no sense; the argument says why. */
    SCHEME_REFUSED(Kind.INVALID);

    private final Kind kind;

    StarProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "star." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
