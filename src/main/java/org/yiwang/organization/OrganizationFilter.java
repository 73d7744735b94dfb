package org.yiwang.organization;

import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.RegionCode;

/**
 * What somebody looks for among organizations.
 *
 * @param region with all that lies in it; null for everywhere
 * @param kind code of the table {@code team-kind}, empty for all
 * @param category code of the table {@code category}, empty for all
 * @param text part of the name or the introduction, empty for all; one Chinese character is enough
 */
public record OrganizationFilter(@Nullable RegionCode region, String kind, String category, String text) {}
