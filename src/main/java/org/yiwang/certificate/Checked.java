package org.yiwang.certificate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What anybody learns who has the number of a certificate and the name on it.
 *
 * @param content what stands in it
 * @param hash SHA-256 of the content, in hexadecimal
 * @param voidSince since when it does not count; null if it is valid. Why is the owner's matter
 * @param reviewSince since when an office looks into something in it; null if none does, or if it is void
 * @param movedTo which platform certifies hours in it since a moment; null if none does. It stays true as of its day
 * @param log whether the log on which it rests is still the beginning of today's log
 * @param asSigned whether what is stored is what was signed when it was made; nothing is said of one that is not
 */
public record Checked(
        CertificateContent content,
        String hash,
        @Nullable Instant voidSince,
        @Nullable Instant reviewSince,
        @Nullable MovedTo movedTo,
        LogState log,
        boolean asSigned) {

    /** How it stands. Where the log disagrees nobody is told that it counts. */
    public State state() {
        if (voidSince != null) {
            return State.VOID;
        }
        if (log == LogState.DISAGREES) {
            return State.LOG_DISAGREES;
        }
        return reviewSince == null ? State.VALID : State.UNDER_REVIEW;
    }

    /** How a certificate stands. */
    public enum State {
        /** It counts. */
        VALID,
        /** It is genuine, and an office looks into something in it since a moment. */
        UNDER_REVIEW,
        /** The log on which it rests is not what it was when it was made: nobody should rely on it until that is cleared up. */
        LOG_DISAGREES,
        /** It counted until a moment. */
        VOID,
        /** There is none of that number and name. */
        UNKNOWN
    }

    /** What the sealed log says. */
    public enum LogState {
        /** There was no log yet when it was made. */
        NONE,
        /** The log has only grown since. */
        AGREES,
        /** The log is not what it was: something is wrong. */
        DISAGREES
    }
}
