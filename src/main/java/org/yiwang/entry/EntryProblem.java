package org.yiwang.entry;

import java.util.Locale;
import org.yiwang.kernel.Problem;

/** Why something about entry by hand is refused. */
public enum EntryProblem implements Problem {
    /** There is no such entry, or not for this person. */
    UNKNOWN(Kind.NOT_FOUND),
    /** Only published activities that were not called off. */
    ACTIVITY_STATE(Kind.CONFLICT),
    /** The activity was not public before the shift began (domain §1.7). */
    PUBLISHED_LATE(Kind.CONFLICT),
    /** The shift is not over. */
    NOT_OVER(Kind.CONFLICT),
    /** Longer ago than the rule allows. */
    TOO_LATE(Kind.CONFLICT),
    /** The activity has no such shift. */
    SHIFT_UNKNOWN(Kind.INVALID),
    /** Nobody was named. */
    NOBODY(Kind.INVALID),
    /** More people than one sheet takes. */
    TOO_MANY_PEOPLE(Kind.INVALID),
    /** No volunteer has this number. */
    NUMBER_UNKNOWN(Kind.INVALID),
    /** The same person twice. */
    TWICE(Kind.INVALID),
    /** The person's registration does not count. */
    PERSON_NOT_VALID(Kind.CONFLICT),
    /** Nobody enters, confirms or approves time of their own or of a ward. */
    OWN(Kind.FORBIDDEN),
    /** Ends before it begins, or no whole minute. */
    IMPOSSIBLE_TIME(Kind.INVALID),
    /** Outside the shift and its tolerance. */
    OUTSIDE_SHIFT(Kind.INVALID),
    /** A record of the person covers part of the time. */
    OVERLAPS(Kind.CONFLICT),
    /** An entry for this person and shift waits already. */
    ALREADY(Kind.CONFLICT),
    /** It is said why the check-in is missing. */
    WHY_NEEDED(Kind.INVALID),
    /** It is said what shows that the person was there. */
    SHOWN_BY_NEEDED(Kind.INVALID),
    /** Somebody has decided, or its time is over. */
    NOT_OPEN(Kind.CONFLICT),
    /** Whoever entered it does not confirm it. */
    SECOND_PERSON(Kind.FORBIDDEN),
    /** As far as is known both accounts belong to the same human. */
    SAME_HUMAN(Kind.FORBIDDEN),
    /** Only a registered volunteer confirms: two accounts without a document could be one person. */
    SECOND_NOT_REGISTERED(Kind.FORBIDDEN),
    /** Who confirms has not held a role in this organization for long enough. */
    SECOND_TOO_NEW(Kind.FORBIDDEN),
    /** The organization may not act now. */
    ORGANIZATION_STOPPED(Kind.CONFLICT),
    /** The week's or the year's share is used up. */
    QUOTA(Kind.CONFLICT),
    /** Makeup rests on a scanned proof. */
    PROOF_NEEDED(Kind.CONFLICT),
    /** Neither PDF, JPEG nor PNG by its content. */
    PROOF_KIND(Kind.INVALID),
    /** Larger than the rule allows. */
    PROOF_TOO_BIG(Kind.INVALID),
    /** Cut off or damaged. */
    PROOF_BROKEN(Kind.INVALID),
    /** A PDF with scripts, other files, forms that act, or a password. */
    PROOF_ACTIVE(Kind.INVALID),
    /** More pages than anybody looks at. */
    PROOF_PAGES(Kind.INVALID),
    /** So many proofs are looked at that this one has no turn now. */
    PROOF_BUSY(Kind.TOO_MANY),
    /** There is no proof with this entry, or its time is over. */
    PROOF_UNKNOWN(Kind.NOT_FOUND),
    /** The proof is another one now than the one that was shown. */
    PROOF_CHANGED(Kind.CONFLICT),
    /** Nobody confirms or approves without having opened the proof. */
    PROOF_NOT_SEEN(Kind.CONFLICT),
    /** Who entered or confirmed does not approve. */
    DISTRICT_SAME(Kind.FORBIDDEN),
    /** A higher review is made by nobody who leads the organization or one above it (domain F18). */
    OWN_TEAM(Kind.FORBIDDEN),
    /** Who noted on the phone what is approved by it does not approve. */
    CALLED_IT(Kind.FORBIDDEN),
    /** Beyond the year's share makeup is approved only after calling some of the people, who are drawn by lot. */
    SAMPLE_NEEDED(Kind.CONFLICT),
    /** Somebody who was drawn has not confirmed it. */
    NOT_CONFIRMED(Kind.CONFLICT),
    /** Too few of those who were drawn have confirmed it. */
    CALLS_NEEDED(Kind.CONFLICT),
    /** The signed log, from which the lot comes, has not grown since the confirmation. */
    NO_HEAD_YET(Kind.CONFLICT),
    /** Nobody is left who could be drawn. */
    ALL_DRAWN(Kind.CONFLICT),
    /** Only who was drawn is called. */
    NOT_DRAWN(Kind.NOT_FOUND),
    /** A refusal gives its reason. */
    REASON_NEEDED(Kind.INVALID);

    private final Kind kind;

    EntryProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "entry." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
