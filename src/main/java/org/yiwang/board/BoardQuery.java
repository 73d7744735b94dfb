package org.yiwang.board;

import org.yiwang.kernel.RegionCode;

/**
 * Which board is asked for.
 *
 * @param key period and facet
 * @param region those registered there, at any level within the city
 */
public record BoardQuery(BoardKey key, RegionCode region) {}
