package org.yiwang.exchange;

import java.util.Locale;
import org.yiwang.kernel.Problem;

/** Why something about a transfer or a passport is refused. */
public enum ExchangeProblem implements Problem {
    /** There is no such transfer or passport, or not for this person. */
    UNKNOWN(Kind.NOT_FOUND),
    /** A transfer of this person is under way already. */
    TRANSFER_OPEN(Kind.CONFLICT),
    /** Within one district, or from outside of the city, the residence is simply changed. */
    NO_TRANSFER_NEEDED(Kind.CONFLICT),
    /** Out of the city there is no transfer; the passport goes along. */
    ELSEWHERE(Kind.CONFLICT),
    /** The registration is not valid. */
    NOT_VALID(Kind.CONFLICT),
    /** The transfer has gone on in the meantime, or is over. */
    NOT_WAITING(Kind.CONFLICT),
    /** Nobody decides about oneself or one's ward. */
    OWN_TRANSFER(Kind.FORBIDDEN),
    /** Both sides confirm: two different people. */
    SAME_PERSON(Kind.FORBIDDEN),
    /** A refusal needs its reason: the volunteer reads it. */
    REASON_NEEDED(Kind.INVALID),
    /** The time to take it to the city is over. */
    TOO_LATE(Kind.GONE),
    /** The file is no passport, or one byte of it is not as it was signed. */
    NOT_GENUINE(Kind.INVALID),
    /** The file is larger than any passport. */
    TOO_LARGE(Kind.TOO_LARGE),
    /** The passport is past its last day. */
    EXPIRED(Kind.GONE),
    /** The issuer says that the passport no longer holds. */
    REVOKED(Kind.GONE),
    /** A record in the passport has changed at its issuer since: a new passport says how it is now. */
    OUTDATED(Kind.GONE),
    /** The passport is another person's. */
    SOMEBODY_ELSE(Kind.FORBIDDEN),
    /** Name, date of birth and the end of the document's number agree: the person has to say so too. */
    CONFIRM_PERSON(Kind.CONFLICT),
    /** So many passports of the person wait for the office already. */
    TOO_MANY_WAITING(Kind.CONFLICT),
    /** So many passports were brought by one account on one day already. */
    TOO_OFTEN(Kind.TOO_MANY),
    /** The passport was made here: what is in it is here already. */
    OWN_PASSPORT(Kind.CONFLICT),
    /** The records have been moved away from here. */
    MOVED(Kind.CONFLICT),
    /** Not a receipt for this passport from a platform that is trusted here. */
    RECEIPT_NOT_GENUINE(Kind.INVALID),
    /** The receiver has not taken everything the passport holds. */
    RECEIPT_INCOMPLETE(Kind.CONFLICT),
    /** The public key is not one. */
    KEY_UNREADABLE(Kind.INVALID),
    /** That platform, or that key, is trusted or proposed already. */
    ISSUER_KNOWN(Kind.CONFLICT),
    /** A platform is trusted by two people of the city office: the other one has to do this. */
    ANOTHER_OFFICER(Kind.FORBIDDEN),
    /** Nobody can tell who the second officer is: no registered volunteer stands behind the account. */
    OFFICER_NOT_REGISTERED(Kind.FORBIDDEN),
    /** Two accounts of one human, or of people who answer for each other. */
    SAME_HUMAN(Kind.FORBIDDEN),
    /** The second officer has not been in office long enough. */
    OFFICER_TOO_NEW(Kind.FORBIDDEN),
    /** Who pinned the key of a platform does not decide about what came in by it. */
    PINNED_IT(Kind.FORBIDDEN),
    /** The platform from which the record came is not trusted. */
    NOT_TRUSTED(Kind.CONFLICT),
    /** What takes hours away is shown with its evidence, which the volunteer reads. */
    EVIDENCE_NEEDED(Kind.INVALID),
    /** It is asked for already and waits for the second officer or for its day. */
    VOID_ASKED(Kind.CONFLICT),
    /** Nothing is asked for that a second officer could confirm. */
    NO_VOID_ASKED(Kind.CONFLICT),
    /** The key has to be compared with the platform first. */
    COMPARE_FIRST(Kind.INVALID),
    /** The address is none that can be asked. */
    ADDRESS_UNREADABLE(Kind.INVALID);

    private final Kind kind;

    ExchangeProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "exchange." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
