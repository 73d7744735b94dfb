package org.yiwang.paper;

import org.yiwang.kernel.Refusal;

/**
 * Reads the bytes of one part of a workbook as markup, keeping nothing, and refuses what would make a reader of workbooks
 * reserve memory out of proportion: cells and rows beyond the sheet, and texts of which one alone fills the memory. A
 * {@code <} always begins anew, as no text and no value may hold one, so that comments cannot hide what follows them.
 */
final class MarkupScan {

    /** Far more than a cell may hold (32,767 characters). */
    private static final int LONGEST_RUN = 1024 * 1024;

    private static final int LAST_COLUMN = 16_384;
    private static final int LAST_ROW = 1_048_576;

    /** Cells of a table together with the empty ones before them, for which readers keep a place too. */
    private static final long MOST_PLACES = 200_000_000;

    private enum At {
        ELSEWHERE,
        NAME,
        TAG,
        ATTRIBUTE,
        QUOTE,
        VALUE
    }

    private At at = At.ELSEWHERE;
    private long position;
    private long run;
    private int word;
    private boolean reference;
    private byte quote;
    private int letters;
    private int column;
    private int digits;
    private int number;
    private int lastColumn;
    private long places;
    private boolean shared;
    private boolean wide;
    private boolean opened;

    /** Whether it holds texts that cells share, whatever the part is called. */
    boolean isShared() {
        return shared;
    }

    /** Takes the next bytes; refuses with {@code paper.swollen} and {@code paper.broken}. */
    void take(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            byte b = bytes[i];
            if (position < 4) {
                begin(b);
            }
            position++;
            if (b == '<') {
                run = 0;
                at = At.NAME;
                word = 0;
            } else {
                if (++run > LONGEST_RUN) {
                    throw new Refusal(PaperProblem.SWOLLEN);
                }
                if (at != At.ELSEWHERE) {
                    inTag(b);
                }
            }
        }
    }

    /** Markup of which every character has two bytes or four is written by nobody and could not be looked through. */
    private void begin(byte b) {
        wide |= b == 0 || b == (byte) 0xfe;
        opened |= b == '<' || b == (byte) 0xff;
        if (wide && opened) {
            throw new Refusal(PaperProblem.BROKEN);
        }
    }

    private void inTag(byte b) {
        boolean blank = b == ' ' || b == '\t' || b == '\r' || b == '\n';
        if (at == At.VALUE) {
            value(b);
        } else if (b == '>') {
            if (at == At.NAME) {
                named();
            }
            at = At.ELSEWHERE;
        } else if (at == At.QUOTE) {
            quoted(b, blank);
        } else if (at == At.NAME) {
            if (blank || b == '/' && word != 0) {
                at = named() ? At.TAG : At.ELSEWHERE;
            } else {
                spell(b);
            }
        } else if (b == '=') {
            reference = word == 'r';
            at = At.QUOTE;
        } else if (blank) {
            at = at == At.ATTRIBUTE ? At.TAG : at;
        } else {
            word = at == At.TAG ? 0 : word;
            at = At.ATTRIBUTE;
            spell(b);
        }
    }

    /** Adds a letter to the name; a prefix does not count. Four letters are kept, longer names match nothing. */
    private void spell(byte b) {
        word = b == ':' ? 0 : (word & 0xff000000) != 0 ? -1 : word << 8 | b & 0xff;
    }

    /** Whether the tag is one whose reference is read: a cell or a row. */
    private boolean named() {
        shared |= word == ('s' << 8 | 'i');
        boolean row = word == ('r' << 16 | 'o' << 8 | 'w');
        if (row) {
            lastColumn = 0;
        }
        return row || word == 'c';
    }

    private void quoted(byte b, boolean blank) {
        if (b == '"' || b == '\'') {
            quote = b;
            letters = column = digits = number = 0;
            at = At.VALUE;
        } else if (!blank) {
            at = At.ELSEWHERE;
        }
    }

    private void value(byte b) {
        if (b == quote) {
            at = At.TAG;
            word = 0;
            if (reference) {
                referred();
            }
        } else if (reference) {
            int letter = (b | 0x20) - 'a' + 1;
            if (digits == 0 && letter >= 1 && letter <= 26 && ++letters <= 3) {
                column = column * 26 + letter;
            } else if (b >= '0' && b <= '9' && ++digits <= 7) {
                number = number * 10 + b - '0';
            } else {
                throw new Refusal(PaperProblem.BROKEN);
            }
        }
    }

    private void referred() {
        if (column > LAST_COLUMN || number > LAST_ROW) {
            throw new Refusal(PaperProblem.BROKEN);
        }
        if (column > lastColumn) {
            places += column - lastColumn;
            lastColumn = column;
        }
        if (places > MOST_PLACES) {
            throw new Refusal(PaperProblem.SWOLLEN);
        }
    }
}
