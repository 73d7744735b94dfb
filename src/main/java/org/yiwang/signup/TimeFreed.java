package org.yiwang.signup;

import java.time.Instant;

/** Somebody who waits elsewhere for that time gave a place up and could be promoted there now. Own to this module. */
record TimeFreed(long volunteerId, Instant from, Instant to) {}
