package org.yiwang.region;

import org.yiwang.kernel.Actor;
import org.yiwang.kernel.RegionCode;

/**
 * Somebody made, renamed or closed a neighbourhood or grid. Published in the same transaction.
 *
 * @param by who
 * @param what {@code region.<verb>}, for the audit trail
 * @param region which
 * @param name its name
 */
public record RegionChanged(Actor by, String what, RegionCode region, String name) {}
