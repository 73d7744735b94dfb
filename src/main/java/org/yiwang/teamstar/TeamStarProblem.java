package org.yiwang.teamstar;

import java.util.Locale;
import org.yiwang.kernel.Problem;

/** Refusals of the {@code teamstar} module. */
public enum TeamStarProblem implements Problem {
    /** There is no rating of that team and year, or none that this person may see. */
    UNKNOWN(Kind.NOT_FOUND),
    /** Ratings are run by offices of a street, a district or the city. */
    OFFICE_ONLY(Kind.FORBIDDEN),
    /** That year has not begun, or lies too far back. */
    YEAR_OUT_OF_RANGE(Kind.INVALID),
    /** The region has no team whose year is not rated already. */
    NO_TEAMS(Kind.CONFLICT),
    /** The office has run this year already. */
    ALREADY_RUN(Kind.CONFLICT),
    /** The figures are still being counted. */
    STILL_COUNTING(Kind.CONFLICT),
    /** Nothing is decided before the year is over and counted to its end. */
    YEAR_NOT_OVER(Kind.CONFLICT),
    /** Decisions were made by these figures; they are not counted again. */
    DECIDED_ALREADY(Kind.CONFLICT),
    /** The ratings are on public notice or published. */
    NO_LONGER_OPEN(Kind.CONFLICT),
    /** The team has no stars to confirm. */
    NO_STARS(Kind.CONFLICT),
    /** A minimum condition is not met; nobody raises that. */
    OBSTACLE(Kind.CONFLICT),
    /** More stars than computed were meant. */
    NOT_HIGHER(Kind.INVALID),
    /** Nobody has asked for more stars than computed. */
    NOTHING_RAISED(Kind.CONFLICT),
    /** Somebody has asked for more stars than computed; a second person decides that first. */
    RAISE_WAITS(Kind.CONFLICT),
    /** The team was told already that its stars are to be taken away. */
    ASIDE_WAITS(Kind.CONFLICT),
    /** Nobody has put forward to take the stars away, or the team has replied. */
    NOTHING_ASIDE(Kind.CONFLICT),
    /** The team may still say something before its stars are taken away. */
    TEAM_MAY_REPLY(Kind.CONFLICT),
    /** What needs two people needs two humans. */
    ANOTHER_PERSON(Kind.FORBIDDEN),
    /** Nobody decides about a team of one's own. */
    OWN_TEAM(Kind.FORBIDDEN),
    /** A decision needs its reason. */
    REASON_NEEDED(Kind.INVALID),
    /** The team asked for a look, and is answered with the decision. */
    ANSWER_NEEDED(Kind.INVALID),
    /** The team has asked already and waits for the answer. */
    ASKED_ALREADY(Kind.CONFLICT),
    /** The days in which the team could speak are over. */
    TIME_OVER(Kind.CONFLICT),
    /** Teams may still speak. */
    TEAMS_MAY_SPEAK(Kind.CONFLICT),
    /** Ratings are undecided. */
    UNDECIDED(Kind.CONFLICT),
    /** Nothing of that year has been counted. */
    NOTHING_TO_REHEARSE(Kind.CONFLICT),
    /** Who is active or new is counted otherwise in the draft than in the figures there are. */
    MEASURED_OTHERWISE(Kind.CONFLICT),
    /** The draft of a scheme cannot work; the argument says where. */
    SCHEME_FAULTY(Kind.INVALID);

    private final Kind kind;

    TeamStarProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "teamstar." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
