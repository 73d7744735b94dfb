package org.yiwang.organization;

import java.util.List;
import org.yiwang.kernel.RegionCode;

/**
 * A body or team as other modules see it.
 *
 * @param id its id
 * @param name its name
 * @param region the region it is attached to
 * @param ancestors ids from the roots down to itself; what a grant at one of them covers
 * @param active whether it is approved, in its period and not stopped
 */
public record OrganizationView(long id, String name, RegionCode region, List<Long> ancestors, boolean active) {}
