package org.yiwang.trust;

import java.time.Instant;
import java.time.YearMonth;
import org.yiwang.seal.Head;

/**
 * The records that the sample of a month is drawn from: those first made between two heads of the sealed log. Heads follow
 * each other without a gap, so every record is in the stretch of exactly one month, however late it was made for its day.
 *
 * @param month the month that its last head closes
 * @param head the first head after the month, by which the sample is drawn
 * @param from the head that closed the sample before; the beginning of time for the first sample
 */
record Stretch(YearMonth month, Head head, Instant from) {

    /** The first moment after it: what is made from here on, the chance being known, is in the next one. */
    Instant before() {
        return head.at();
    }
}
