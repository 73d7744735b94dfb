package org.yiwang.signup;

import org.yiwang.kernel.Period;

/**
 * A shift that somebody has a place in, or has asked for.
 *
 * @param held whether it is a place; held ones of one person never overlap, the database sees to it
 */
record Commitment(long volunteerId, Shift.Key shift, long signUpId, Period period, boolean held) {}
