package org.yiwang.dossier;

import org.jspecify.annotations.Nullable;

/**
 * One of a crew.
 *
 * @param volunteerId who
 * @param name full name
 * @param number unified number
 * @param said what the team said, null if nothing
 * @param fixed whether it stays as it is: both have spoken, or the time has run out
 * @param self whether it is the reader, or the reader's ward
 * @param valid whether the registration is valid, so that something may be recorded
 */
public record Mate(
        long volunteerId,
        String name,
        String number,
        @Nullable Evaluation said,
        boolean fixed,
        boolean self,
        boolean valid) {

    /** Whether the reader may evaluate the person now. */
    public boolean open() {
        return !fixed && !self && valid;
    }
}
