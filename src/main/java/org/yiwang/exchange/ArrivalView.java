package org.yiwang.exchange;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.Period;
import org.yiwang.record.TimeKind;
import org.yiwang.seal.PublicKey;

/**
 * A passport from elsewhere that somebody brought here.
 *
 * @param volunteerId whose
 * @param arrivalId which
 * @param passport its number at the issuer
 * @param origin name of the issuer's log, as the file says
 * @param issuer name of the issuer, as the file says
 * @param key that signed it
 * @param state where it stands
 * @param moving whether the person moves here with it
 * @param totals of the records in it that count at the issuer
 * @param arrivedAt when
 * @param asked whether the issuer itself said that the passport holds
 * @param decidedAt when it was verified or refused, null while claimed
 * @param reason why it was refused, null if it was not
 */
public record ArrivalView(
        long volunteerId,
        long arrivalId,
        String passport,
        String origin,
        String issuer,
        PublicKey key,
        State state,
        boolean moving,
        Passport.Totals totals,
        Instant arrivedAt,
        boolean asked,
        @Nullable Instant decidedAt,
        @Nullable String reason) {

    /** Where an arrival stands. */
    public enum State {
        /** Only the file says so: the issuer is not trusted here. Counts nowhere. */
        CLAIMED,
        /** A trusted key signed it: its records are on record here. */
        VERIFIED,
        /** An office decided against it. */
        REFUSED
    }

    /**
     * A record that came along.
     *
     * @param volunteerId whose
     * @param sourceId by what it is known again
     * @param origin where it was made
     * @param issuerRecord its number there
     * @param state what became of it
     * @param title activity
     * @param organization who organized
     * @param region code of the region of the service
     * @param date day of the service
     * @param served the time that counts
     * @param minutes minutes that count
     * @param kind credit or honour time
     * @param grade trust grade by the issuer, null if it gave none
     * @param recordId the record here, null while there is none
     * @param why why it is not on record or doubted, a message key or typed; null if it is on record undoubted
     */
    public record Claim(
            long volunteerId,
            long sourceId,
            String origin,
            String issuerRecord,
            ClaimState state,
            String title,
            String organization,
            String region,
            LocalDate date,
            Period served,
            int minutes,
            TimeKind kind,
            @Nullable String grade,
            @Nullable Long recordId,
            @Nullable String why) {

        /** The same in another state. */
        Claim as(ClaimState now, @Nullable Long record, @Nullable String because) {
            return new Claim(
                    volunteerId,
                    sourceId,
                    origin,
                    issuerRecord,
                    now,
                    title,
                    organization,
                    region,
                    date,
                    served,
                    minutes,
                    kind,
                    grade,
                    record,
                    because);
        }
    }

    /** What became of a record that came along. */
    public enum ClaimState {
        /** The issuer is not trusted yet. */
        CLAIMED,
        /** Does not count at the issuer yet, or is not sealed there. */
        WAITING,
        /** On record here. */
        TAKEN,
        /** Came from here in the first place. */
        HOME,
        /** The hours are on record here already, or cannot be; or they went away and did not come back as they went. */
        CONFLICT,
        /** An office decided that what is here stands. */
        DROPPED
    }
}
