package org.yiwang.record;

import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.RegionCode;

/**
 * Which records on public notice are asked for. Absent means all.
 *
 * @param region only service there
 * @param organizationId only activities of that organization and those below it
 * @param activityId only that activity
 */
public record NoticeQuery(
        @Nullable RegionCode region,
        @Nullable Long organizationId,
        @Nullable Long activityId) {}
