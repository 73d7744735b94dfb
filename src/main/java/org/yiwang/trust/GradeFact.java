package org.yiwang.trust;

/**
 * One thing that is known about a record and speaks for or against it. How much each one weighs is data (rule {@code
 * trust.grade}). All of them are about the record, none about the person.
 */
public enum GradeFact {
    /** This end: the volunteer scanned the rotating code. */
    SCANNED_CODE,
    /** This end: the volunteer typed the rotating code. */
    TYPED_CODE,
    /** This end: the organizer scanned the volunteer's card. */
    SCANNED_CARD,
    /** This end: an organizer used the own code. */
    OWN_CODE,
    /** This end: the organizer ticked the roster. */
    ROSTER,
    /** This end: the organizer attested it afterwards. */
    ATTESTED,
    /** This end: the phone was at the place. */
    NEAR,
    /** This end: the phone was far from the place. */
    FAR,
    /** This end: the phone acted for a few others as well, as in a family. */
    FAMILY_DEVICE,
    /** This end: one phone acted for many. */
    CROWD_DEVICE,
    /** This end: it was kept without a network and sent later. */
    SENT_LATER,
    /** This end: ticked on its own, not in one go with others. */
    TICKED_APART,
    /** This end: cards were scanned faster than people can walk by. */
    CARDS_TOO_FAST,
    /** The whole crew was entered by one account, and in one go. */
    ALL_AT_ONCE,
    /** Most of the crew came and left at the very same seconds. */
    SAME_TO_THE_SECOND,
    /** Long, and not seen by both sides at both ends. */
    OVERLONG,
    /** It replaced a record by the organizer's word. */
    CORRECTED,
    /** From a signed sheet. */
    FROM_PAPER,
    /** Entered by hand by two organizers. */
    FROM_MANUAL,
    /** Handed in late with a proof. */
    FROM_MAKEUP,
    /** Came from another district or platform. */
    FROM_TRANSFER,
    /** Most others who were there at that time were seen by both sides. */
    OTHERS_SEEN,
    /** The person had served this organization before, seen by both sides. */
    KNOWN_HERE,
    /** Nearly everybody called in spot checks of this organization confirmed. */
    HISTORY_GOOD,
    /** Spot checks of this organization found several wrong. */
    HISTORY_POOR,
    /** Spot checks of this organization found many wrong. */
    HISTORY_BAD,
    /** On that day a sanction for false hours was in force against the organization or one above it. */
    ORGANIZER_SANCTIONED,
    /** On that day a sanction for false hours was in force against the person. */
    PERSON_SANCTIONED,
    /** Those who were served confirmed. */
    SERVED_YES,
    /** Those who were served say that nobody came. */
    SERVED_NO,
    /** Those who were served do not agree. */
    SERVED_DISAGREE,
    /** The person was called and confirmed this record. */
    CALLED_CONFIRMED,
    /** The person was called; the time is not right. */
    CALLED_WRONG_TIME,
    /** The person was called and had not been there. */
    CALLED_NOT_THERE
}
