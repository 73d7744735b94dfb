package org.yiwang.board;

import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.RegionCode.Level;

/**
 * Which board is asked for.
 *
 * @param key period and facet
 * @param region those registered there, at any level within the city
 */
public record BoardQuery(BoardKey key, RegionCode region) {

    /** Whether it is of so small a part of the city that those on it may know one another: within a district, or of one facet. */
    boolean isNarrow() {
        return region.level().compareTo(Level.COUNTY) > 0 || !(key.facet() instanceof Facet.Everything);
    }
}
