package org.yiwang.activity;

import org.yiwang.kernel.Period;

/**
 * A shift's new time.
 *
 * @param shiftId the shift
 * @param period when it takes place instead
 */
public record ShiftMove(long shiftId, Period period) {}
