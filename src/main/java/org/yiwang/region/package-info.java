/**
 * Administrative divisions from the nation to the community, the neighbourhoods (邻里) and grids that users make below it, and where they are.
 *
 * <p>Tables: {@code region}.
 *
 * <p>Events: publishes {@link org.yiwang.region.RegionChanged}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "platform", "web", "notification"})
package org.yiwang.region;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
