package org.yiwang.record;

import java.util.List;

/**
 * What Order 67 art. 7 asks of a record, beside the time; copied on the day of recording, so that a later change of a name
 * changes no record.
 *
 * @param activityId the activity
 * @param shiftId the shift
 * @param organizationId the organizing unit
 * @param organizationName its name then
 * @param regionCode where
 * @param title activity name
 * @param category code of the table {@code category}
 * @param postName content: the post served at
 * @param place where people met
 * @param personInCharge 活动负责人
 * @param organizationAncestors that unit and all above it, as they were then
 */
public record Statutory(
        long activityId,
        long shiftId,
        long organizationId,
        String organizationName,
        String regionCode,
        String title,
        String category,
        String postName,
        String place,
        String personInCharge,
        List<Long> organizationAncestors) {}
