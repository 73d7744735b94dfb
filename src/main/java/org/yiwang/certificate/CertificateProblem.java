package org.yiwang.certificate;

import java.util.Locale;
import org.yiwang.kernel.Problem;

/** What is refused about certificates. */
public enum CertificateProblem implements Problem {
    /** No service that counts lies in what was chosen. */
    NO_RECORDS(Kind.INVALID),
    /** The hours moved to another platform with the person: that platform certifies them. */
    MOVED_OUT(Kind.CONFLICT),
    /** The period ends before it begins. */
    PERIOD_BACKWARDS(Kind.INVALID),
    /** More records than one certificate holds; a shorter period helps. */
    TOO_MANY_RECORDS(Kind.INVALID),
    /** A service counts since a moment ago and is being written into the sealed log; seconds later it works. */
    NOT_SEALED(Kind.CONFLICT),
    /** As many certificates as are made for one person in a day. */
    TOO_MANY_TODAY(Kind.TOO_MANY),
    /** No certificate of that number, or not this person's. */
    UNKNOWN(Kind.NOT_FOUND),
    /** It is void already. */
    ALREADY_VOID(Kind.CONFLICT),
    /** Nobody of that number and name is in reach of the desk. */
    NOBODY(Kind.INVALID),
    /** The desk says why it makes a certificate for somebody else. */
    PURPOSE_NEEDED(Kind.INVALID),
    /** Too many questions from one address. */
    TOO_MANY_CHECKS(Kind.TOO_MANY),
    /** What is stored of it is not what was signed: nobody should rely on it, and the city must look. */
    ALTERED(Kind.CONFLICT),
    /** Many ask at once; a moment later it works. */
    BUSY(Kind.TOO_MANY),
    /** Many PDF files are being made; a moment later it works. */
    PDF_BUSY(Kind.TOO_MANY);

    private final Kind kind;

    CertificateProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "certificate." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
