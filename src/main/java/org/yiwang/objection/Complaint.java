package org.yiwang.objection;

import java.util.Arrays;
import java.util.List;
import org.yiwang.objection.CaseView.Kind;

/** What is said to be wrong. */
public enum Complaint {
    /** Fewer hours than were served. */
    TOO_LITTLE(Kind.OBJECTION),
    /** More hours than were served, or none were. */
    TOO_MUCH(Kind.OBJECTION),
    /** A correction that is proposed is wrong. */
    PROPOSAL(Kind.OBJECTION),
    /** Something else about the record. */
    SOMETHING_ELSE(Kind.OBJECTION),
    /** A service is not on record at all. */
    MISSING(Kind.OBJECTION),
    /** The person was not there. */
    NOT_THERE(Kind.REPORT),
    /** The hours are not those that were served. */
    WRONG_HOURS(Kind.REPORT),
    /** Somebody paid or was paid. */
    PAID(Kind.REPORT),
    /** It was no service for the public good (Order 67 art. 19). */
    NO_PUBLIC_GOOD(Kind.REPORT),
    /** Another report. */
    OTHER(Kind.REPORT),
    /** Somebody was registered without knowing. */
    NOT_ME(Kind.NOT_ME);

    private final Kind kind;

    Complaint(Kind kind) {
        this.kind = kind;
    }

    /** The kind of case it opens. */
    public Kind kind() {
        return kind;
    }

    /** What a volunteer may say about a record. */
    public static List<Complaint> aboutRecord() {
        return List.of(TOO_LITTLE, TOO_MUCH, PROPOSAL, SOMETHING_ELSE);
    }

    /** What anybody may report. */
    public static List<Complaint> reports() {
        return Arrays.stream(values()).filter(c -> c.kind == Kind.REPORT).toList();
    }
}
