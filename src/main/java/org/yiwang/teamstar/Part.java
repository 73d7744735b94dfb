package org.yiwang.teamstar;

/** What a team's year is looked at for. Each part has one measure, a whole number, of which the scheme makes points. */
public enum Part {
    /** How many activities ended in the year and were closed; from some number on more bring nothing. */
    ACTIVITIES(Kind.QUANTITY, Unit.COUNT),
    /** Minutes of service for each active person, honour time up to its share. */
    HOURS(Kind.QUANTITY, Unit.MINUTES),
    /** Records with trust grade A or B, of all that have a grade. */
    GRADES(Kind.QUALITY, Unit.PER_MILLE),
    /** Answers that said good, of all that volunteers gave. */
    VOICES(Kind.QUALITY, Unit.PER_MILLE),
    /** Records drawn by chance that the people called confirmed. */
    CHECKS(Kind.QUALITY, Unit.PER_MILLE),
    /** People active the year before who served again. */
    STAYED(Kind.PEOPLE, Unit.PER_MILLE),
    /** People who began this year and served on a second day. */
    CAME_AGAIN(Kind.PEOPLE, Unit.PER_MILLE),
    /** Activities whose service was on record within the time the law gives (Order 67 art. 11). */
    IN_TIME(Kind.DUTY, Unit.PER_MILLE);

    private final Kind kind;
    private final Unit unit;

    Part(Kind kind, Unit unit) {
        this.kind = kind;
        this.unit = unit;
    }

    /** What kind of part it is. */
    public Kind kind() {
        return kind;
    }

    /** What its measure counts. */
    public Unit unit() {
        return unit;
    }

    /** Kinds of parts. */
    public enum Kind {
        /** How much; alone it never gives five stars. */
        QUANTITY,
        /** How well. */
        QUALITY,
        /** Whether people stay. */
        PEOPLE,
        /** What the law asks for. */
        DUTY
    }

    /** What a measure counts. */
    public enum Unit {
        /** Things. */
        COUNT,
        /** Minutes. */
        MINUTES,
        /** A share, in thousandths. */
        PER_MILLE
    }
}
