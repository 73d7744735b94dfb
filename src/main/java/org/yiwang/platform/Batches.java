package org.yiwang.platform;

import java.util.function.IntSupplier;

/** Background work that is done in batches, each in a transaction of its own. */
public final class Batches {

    private Batches() {}

    /**
     * Repeats a batch for as long as it finds as much as it takes at once. Ends early, between two batches, when the
     * program ends: the next start goes on.
     *
     * @param most what one batch takes
     * @param batch does some work and says how much
     * @return how much was done
     */
    public static long whileFull(int most, IntSupplier batch) {
        long done = 0;
        int some;
        do {
            some = batch.getAsInt();
            done += some;
        } while (some >= most && !Thread.currentThread().isInterrupted());
        return done;
    }
}
