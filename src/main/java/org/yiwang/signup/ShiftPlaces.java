package org.yiwang.signup;

/**
 * How full a shift is.
 *
 * @param shiftId the shift
 * @param capacity places in all
 * @param taken places given
 * @param waiting people on the waiting list
 */
public record ShiftPlaces(long shiftId, int capacity, int taken, int waiting) {

    /** Places that nobody has. */
    public int free() {
        return capacity - taken;
    }
}
