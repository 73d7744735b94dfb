package org.yiwang.dossier;

import java.util.Locale;
import org.yiwang.kernel.Problem;

/** Why something about training, commendations or evaluations is refused. */
public enum DossierProblem implements Problem {
    /** There is no such entry, or not for this person. */
    UNKNOWN(Kind.NOT_FOUND),
    /** The entry was replaced, refused or declared void and changes no more. */
    NOT_LIVE(Kind.CONFLICT),
    /** The application has been decided already. */
    ALREADY_DECIDED(Kind.CONFLICT),
    /** Nobody records, decides or evaluates in their own matter. */
    OWN_MATTER(Kind.FORBIDDEN),
    /** A decision needs its reason: the volunteer reads it. */
    REASON_NEEDED(Kind.INVALID),
    /** Nobody was named. */
    NOBODY(Kind.INVALID),
    /** More people than are recorded at once. */
    TOO_MANY(Kind.INVALID),
    /** No volunteer with a valid registration has that number. */
    NUMBER_UNKNOWN(Kind.INVALID),
    /** The volunteer neither belongs to the organization nor served with it, nor lives in the office's area. */
    NOT_OF_YOURS(Kind.FORBIDDEN),
    /** A day in the future, or before there were volunteers. */
    IMPOSSIBLE_DAY(Kind.INVALID),
    /** More or less learning time than a course can have. */
    LEARNING_TIME(Kind.INVALID),
    /** Awards of a government need the number of the document. */
    DOCUMENT_NEEDED(Kind.INVALID),
    /** Awards of a government need their level. */
    LEVEL_NEEDED(Kind.INVALID),
    /** A text is missing or too long. */
    TEXT_LENGTH(Kind.INVALID),
    /** No such quality in the code table. */
    QUALITY_UNKNOWN(Kind.INVALID),
    /** Nothing was answered. */
    NOTHING_SAID(Kind.INVALID),
    /** The activity is not closed yet. */
    NOT_CLOSED(Kind.CONFLICT),
    /** The person did not serve there. */
    NOT_SERVED(Kind.NOT_FOUND),
    /** The days in which one could speak are over. */
    TIME_OVER(Kind.GONE),
    /** Both have spoken and each has seen the other's words: they stay as they are. */
    BOTH_SPOKE(Kind.CONFLICT),
    /** Somebody else evaluated the person in the meantime. */
    EVALUATED_MEANWHILE(Kind.CONFLICT),
    /** An objection to this entry waits for its answer already. */
    ALREADY_OBJECTED(Kind.CONFLICT),
    /** No objection waits for an answer. */
    NO_OBJECTION(Kind.CONFLICT);

    private final Kind kind;

    DossierProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "dossier." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
