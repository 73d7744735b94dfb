package org.yiwang.signup;

import java.time.Instant;

/**
 * A place in a shift.
 *
 * @param shiftId the shift
 * @param volunteerId whose
 * @param since when it was given
 */
public record PlaceHeld(long shiftId, long volunteerId, Instant since) {}
