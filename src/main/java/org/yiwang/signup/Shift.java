package org.yiwang.signup;

import org.yiwang.kernel.Period;

/** The counter row of a shift as it stood when it was locked. */
record Shift(
        Key key, int capacity, int taken, int waiting, long waitingSeq, Period period, boolean open, long revision) {

    /** Names a shift; ordered as shifts are locked, so that no two transactions wait for each other. */
    record Key(long activityId, long shiftId) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int byActivity = Long.compare(activityId, other.activityId);
            return byActivity != 0 ? byActivity : Long.compare(shiftId, other.shiftId);
        }
    }

    int free() {
        return capacity - taken;
    }

    /** The same shift with that many more places given and people waiting. */
    Shift with(int moreTaken, int moreWaiting) {
        return new Shift(
                key,
                capacity,
                taken + moreTaken,
                waiting + moreWaiting,
                waitingSeq + Math.max(0, moreWaiting),
                period,
                open,
                revision);
    }
}
