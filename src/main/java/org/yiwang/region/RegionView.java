package org.yiwang.region;

import org.yiwang.kernel.RegionCode;

/**
 * A division as others see it.
 *
 * @param code its code
 * @param name its own name, 花桥街道
 * @param fullName with all above it, 湖北省武汉市江岸区花桥街道
 * @param open false for a neighbourhood or grid that was closed; it has a name but nothing new may be put there
 */
public record RegionView(RegionCode code, String name, String fullName, boolean open) {}
