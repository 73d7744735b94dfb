package org.yiwang.letter;

import java.util.Locale;
import org.yiwang.kernel.Problem;

/** What is refused about letters and thanks. */
public enum LetterProblem implements Problem {
    /** No letter of such a year: it lies ahead, or before anybody kept records. */
    NO_YEAR(Kind.NOT_FOUND),
    /** A story is told of a service that counts; this one waits, was replaced or declared void. */
    NOT_COUNTING(Kind.CONFLICT),
    /** The activity has not begun; thanks follow service. */
    TOO_EARLY(Kind.CONFLICT),
    /** One to 200 characters. */
    WORDS(Kind.INVALID),
    /** A number by which somebody could be called or found. */
    PERSONAL_DATA(Kind.INVALID),
    /** An address of a page, or of somebody who wants to be written to. */
    ADVERTISING(Kind.INVALID),
    /** Too many from one address, or about one activity, on one day. */
    TOO_MANY_TODAY(Kind.TOO_MANY),
    /** No thanks of this receipt, or they were taken back. */
    RECEIPT_UNKNOWN(Kind.NOT_FOUND),
    /** There are no such thanks. */
    UNKNOWN(Kind.NOT_FOUND),
    /** Somebody has decided already, or the writer took them back. */
    NOT_WAITING(Kind.CONFLICT),
    /** Who noted what was told by phone does not pass it on alone. */
    SECOND_PERSON(Kind.FORBIDDEN),
    /** Whoever served there does not pass thanks for it on, who is one human with somebody who did, or answers for one. */
    SERVED_THERE(Kind.FORBIDDEN),
    /** Only what was told by phone is taken back at the desk; writers have their receipt. */
    WRITER_ONLY(Kind.CONFLICT);

    private final Kind kind;

    LetterProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "letter." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
