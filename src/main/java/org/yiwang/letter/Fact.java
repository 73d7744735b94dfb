package org.yiwang.letter;

import java.time.LocalDate;
import org.yiwang.kernel.Label;

/** A value that a sentence names; the page writes it in the reader's way. */
public sealed interface Fact {

    /** How many. */
    record Count(long value) implements Fact {}

    /** So much time, in minutes. */
    record Minutes(long value) implements Fact {}

    /** A day. */
    record Day(LocalDate value) implements Fact {}

    /** Words as they stand on record. */
    record Words(String value) implements Fact {}

    /** A name in both languages. */
    record Named(Label value) implements Fact {}

    /** A category, by its code. */
    record Category(String code) implements Fact {}
}
