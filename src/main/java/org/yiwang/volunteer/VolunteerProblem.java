package org.yiwang.volunteer;

import java.util.Locale;
import org.yiwang.kernel.Problem;

/** Why the registry refuses something. */
public enum VolunteerProblem implements Problem {
    /** There is no such volunteer. */
    UNKNOWN(Kind.NOT_FOUND),
    /** Neither the person nor the guardian. */
    NOT_YOURS(Kind.FORBIDDEN),
    /** The registration does not count: not yet confirmed or checked, closed, or void. */
    NOT_VALID(Kind.CONFLICT),
    /** A name has letters, spaces, dots and hyphens, up to 50. */
    NAME_ODD(Kind.INVALID),
    /** No such type of document. */
    DOCUMENT_TYPE(Kind.INVALID),
    /** An identity number of the mainland has 18 characters. */
    ID_LENGTH(Kind.INVALID),
    /** The identity number holds no possible date of birth. */
    ID_BIRTH_DATE(Kind.INVALID),
    /** The check character does not fit: a digit is wrong or two are swapped. */
    ID_CHECK(Kind.INVALID),
    /** The number of another document has 4 to 30 letters and digits. */
    DOCUMENT_ODD(Kind.INVALID),
    /** With another document the date of birth must be given, and lie in the past. */
    BIRTH_DATE(Kind.INVALID),
    /** Somebody is registered with this document. */
    DOCUMENT_TAKEN(Kind.CONFLICT),
    /** The account is a registered volunteer. */
    ALREADY_VOLUNTEER(Kind.CONFLICT),
    /** Not a mobile number of the mainland. */
    MOBILE_ODD(Kind.INVALID),
    /** The mobile number is that of a registered volunteer. */
    MOBILE_OF_VOLUNTEER(Kind.CONFLICT),
    /** Younger than the age policy admits. */
    TOO_YOUNG(Kind.INVALID),
    /** So young that a guardian must register. */
    GUARDIAN_REGISTERS(Kind.INVALID),
    /** A minor names a guardian, who confirms. */
    GUARDIAN_NEEDED(Kind.INVALID),
    /** The guardian's number is not the minor's own. */
    GUARDIAN_SAME_NUMBER(Kind.INVALID),
    /** Wards are minors. */
    NOT_A_MINOR(Kind.INVALID),
    /** Nobody guards who is a minor. */
    GUARDIAN_NOT_ADULT(Kind.FORBIDDEN),
    /** Too young for an account of one's own. */
    WARD_TOO_YOUNG(Kind.CONFLICT),
    /** The ward has an account. */
    WARD_HAS_ACCOUNT(Kind.CONFLICT),
    /** Within the city the residence is a community or smaller. */
    RESIDENCE_TOO_LARGE(Kind.INVALID),
    /** Another district of the city: both districts have to agree first, which takes a transfer. */
    OTHER_DISTRICT(Kind.CONFLICT),
    /** Without the notice nothing can be registered. */
    CONSENT_NOTICE(Kind.INVALID),
    /** Without consent to sensitive data (the document's number) nothing can be registered. */
    CONSENT_SENSITIVE(Kind.INVALID),
    /** The proof of the mobile number has run out. */
    JOIN_EXPIRED(Kind.GONE),
    /** No such question was sent. */
    CONFIRM_UNKNOWN(Kind.NOT_FOUND),
    /** The time to confirm is over. */
    CONFIRM_EXPIRED(Kind.GONE),
    /** The question has been answered. */
    CONFIRM_ANSWERED(Kind.GONE),
    /** The code on the card was valid and is too old. */
    CARD_EXPIRED(Kind.GONE),
    /** Not a code of a card of this city. */
    CARD_FORGED(Kind.INVALID),
    /** A printed card: it may be in anybody's hand, and checks nobody in. */
    CARD_PRINTED(Kind.INVALID),
    /** A photo on the card needs a consent of its own. */
    CONSENT_PORTRAIT(Kind.INVALID),
    /** Not in the code table, or no longer in use. */
    CODE_UNKNOWN(Kind.INVALID),
    /** At most four service categories. */
    TOO_MANY_CATEGORIES(Kind.INVALID),
    /** The text of the vow has a newer version. */
    VOW_CHANGED(Kind.CONFLICT),
    /** Who has wards first closes their registrations. */
    HAS_WARDS(Kind.CONFLICT),
    /** The registration is closed or void. */
    ALREADY_CLOSED(Kind.CONFLICT),
    /** Nothing to recover: nobody is registered with this document. */
    NOTHING_TO_RECOVER(Kind.NOT_FOUND),
    /** This document was looked up too often today, or from this address too many were. */
    RECOVER_TOO_OFTEN(Kind.TOO_MANY),
    /** An appeal about this document waits for a decision. */
    APPEAL_OPEN(Kind.CONFLICT),
    /** The present owner of the registration has time to object to an appeal. */
    APPEAL_WAITS(Kind.CONFLICT),
    /** No such case. */
    REVIEW_UNKNOWN(Kind.NOT_FOUND),
    /** Somebody has decided. */
    REVIEW_DECIDED(Kind.CONFLICT),
    /** Nobody decides about their own registration or their ward's. */
    OWN_CASE(Kind.FORBIDDEN),
    /** An office stopped the account: only an office gives the registration to somebody. */
    ACCOUNT_SUSPENDED(Kind.FORBIDDEN),
    /** The person has no account of their own. */
    NO_ACCOUNT(Kind.CONFLICT),
    /** An account with roles is not handed over by an appeal: the roles are taken away first. */
    HOLDS_ROLES(Kind.CONFLICT),
    /** A decision gives its reason. */
    REASON_NEEDED(Kind.INVALID),
    /** No such statement of a qualification. */
    QUALIFICATION_UNKNOWN(Kind.NOT_FOUND),
    /** A qualification is stated with the number of its certificate or who issued it. */
    EVIDENCE_NEEDED(Kind.INVALID),
    /** A qualification that has ended cannot be stated. */
    QUALIFICATION_ENDED(Kind.INVALID),
    /** Personal data are seen for a purpose. */
    PURPOSE_NEEDED(Kind.INVALID),
    /** No file, or one without content. */
    PICTURE_EMPTY(Kind.INVALID),
    /** A file of more than so many megabytes. */
    PICTURE_TOO_BIG(Kind.INVALID),
    /** Neither JPEG nor PNG, whatever its name says. */
    PICTURE_KIND(Kind.INVALID),
    /** A picture that is something else as well: a page, a program or an archive hides in it. */
    PICTURE_MIXED(Kind.INVALID),
    /** More pixels than are taken apart. */
    PICTURE_TOO_LARGE(Kind.INVALID),
    /** So few pixels that nothing can be read. */
    PICTURE_TOO_SMALL(Kind.INVALID),
    /** Cut off or damaged. */
    PICTURE_BROKEN(Kind.INVALID),
    /** A JPEG of more scans than any camera writes: it would be decoded again and again. */
    PICTURE_SCANS(Kind.INVALID),
    /** Decoding took longer than any honest picture does. */
    PICTURE_SLOW(Kind.INVALID),
    /** So many pictures are looked at that this one has no turn now. */
    PICTURES_BUSY(Kind.TOO_MANY),
    /** The account has sent the hour's number of pictures. */
    PICTURES_TOO_MANY(Kind.TOO_MANY),
    /** No document of this volunteer waits to be looked at. */
    PICTURE_NOT_WANTED(Kind.CONFLICT),
    /** The last day of a rest is past, or more than ten years away. */
    REST_OVER(Kind.INVALID);

    private final Kind kind;

    VolunteerProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "volunteer." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
