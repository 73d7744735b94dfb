package org.yiwang.record;

import org.yiwang.kernel.Period;

/**
 * A record to be made of something other than a check-in.
 *
 * @param sourceId what it is made of, in the words of its origin: the same source makes one record however often it comes
 * @param volunteerId whose
 * @param statutory what Order 67 art. 7 asks of it
 * @param shift the shift
 * @param served from arrival to departure
 * @param proof what it rests on, for people to read
 * @param kind honour time, except for what a passport proves to have been credit time
 */
public record RecordDraft(
        long sourceId,
        long volunteerId,
        Statutory statutory,
        Period shift,
        Period served,
        String proof,
        TimeKind kind) {

    /** A record of honour time. */
    public RecordDraft(
            long sourceId, long volunteerId, Statutory statutory, Period shift, Period served, String proof) {
        this(sourceId, volunteerId, statutory, shift, served, proof, TimeKind.HONOUR);
    }
}
