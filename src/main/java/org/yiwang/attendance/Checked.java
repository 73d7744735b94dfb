package org.yiwang.attendance;

import org.yiwang.kernel.Refusal;

/** What became of a check. */
sealed interface Checked {

    /**
     * It was made, or had been made a moment ago.
     *
     * @param pair the pair as it is now
     */
    record Done(PairView pair) implements Checked {}

    /**
     * It was refused.
     *
     * @param refusal why
     */
    record Refused(Refusal refusal) implements Checked {}
}
