package org.yiwang.paper;

import java.util.Locale;
import org.yiwang.kernel.Problem;

/** Why a file, a line of it or a sheet is refused. */
public enum PaperProblem implements Problem {
    /** There is no such import, or it is somebody else's. */
    UNKNOWN(Kind.NOT_FOUND),
    /** A file that is empty or was not chosen. */
    EMPTY(Kind.INVALID),
    /** A file that is neither .xlsx nor .csv, whatever its name says. */
    KIND(Kind.INVALID),
    /** The old .xls format: may carry programs, and cannot be read bit by bit. */
    OLD_KIND(Kind.INVALID),
    /** A file that is too large. */
    TOO_LARGE(Kind.INVALID),
    /** More lines than one import takes. */
    TOO_MANY_LINES(Kind.INVALID),
    /** A file that is cut off or damaged. */
    BROKEN(Kind.INVALID),
    /** A workbook that carries programs, links to other files, or files within. */
    ACTIVE_CONTENT(Kind.INVALID),
    /** A workbook that would swell to many times its size. */
    SWOLLEN(Kind.INVALID),
    /** Too many files are being read just now. */
    BUSY(Kind.TOO_MANY),
    /** Too many numbers of documents that belong to nobody here, on one day. */
    TOO_MANY_MISSES(Kind.TOO_MANY),
    /** The first lines do not hold the headings of the template. */
    HEADINGS(Kind.INVALID),
    /** Headings, and no line that was filled in. */
    NO_LINES(Kind.INVALID),
    /** The import does not wait for this any more, or not yet. */
    NOT_WAITING(Kind.CONFLICT),
    /** Nothing is confirmed without a scan of the signed sheets. */
    SCAN_NEEDED(Kind.CONFLICT),
    /** The scan is another one now than the one that was shown. */
    SCAN_CHANGED(Kind.CONFLICT),
    /** Nobody confirms without having opened the scan. */
    SCAN_NOT_SEEN(Kind.CONFLICT),
    /** There is no scan, or the time for which it is kept is over. */
    SCAN_UNKNOWN(Kind.NOT_FOUND),
    /** The one who brought it cannot confirm it. */
    SAME_PERSON(Kind.FORBIDDEN),
    /** No line that could be taken is left. */
    NOTHING_TO_TAKE(Kind.CONFLICT),
    /** Turning down needs its reason. */
    REASON_NEEDED(Kind.INVALID),
    /** The code on the sheet was not made here. */
    SHEET_CODE(Kind.NOT_FOUND),
    /** The number of the activity is missing or misspelt. */
    NO_ACTIVITY(Kind.INVALID),
    /** No activity of the organization has that number. */
    ACTIVITY_UNKNOWN(Kind.INVALID),
    /** The name is missing. */
    NO_NAME(Kind.INVALID),
    /** Neither a unified number nor the number of a document. */
    NO_NUMBER(Kind.INVALID),
    /** The spreadsheet turned a long number into a rounded one. */
    ROUNDED_NUMBER(Kind.INVALID),
    /** Nobody registered has that number together with that name. */
    PERSON_UNKNOWN(Kind.INVALID),
    /** The registration does not count at present. */
    PERSON_NOT_VALID(Kind.INVALID),
    /** Neither signed up for the activity nor a member of the organization. */
    STRANGER(Kind.INVALID),
    /** Nobody brings or confirms service of their own or of their ward. */
    OWN_LINE(Kind.INVALID),
    /** The date cannot be read. */
    DAY(Kind.INVALID),
    /** The time of arrival cannot be read. */
    CAME(Kind.INVALID),
    /** The time of departure cannot be read. */
    LEFT(Kind.INVALID),
    /** Departure is not after arrival. */
    ORDER(Kind.INVALID),
    /** A time that is still to come. */
    FUTURE(Kind.INVALID),
    /** The activity had no shift at that time. */
    NO_SHIFT(Kind.INVALID),
    /** Longer ago than the days of rule {@code entry.manual}: a makeup. */
    MAKEUP(Kind.INVALID),
    /** The organization's quota of the week is used up. */
    QUOTA(Kind.INVALID),
    /** A sanction forbids entering for the organization by hand. */
    BANNED(Kind.FORBIDDEN);

    private final Kind kind;

    PaperProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return "paper." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
