package org.yiwang.objection;

import org.jspecify.annotations.Nullable;
import org.yiwang.record.RecordKey;

/**
 * What somebody reports.
 *
 * @param record the record it is about, null if it is about an activity
 * @param activityId the activity, null if it is about a record
 * @param complaint what is wrong
 * @param words own words
 * @param mobile where to tell the answer; blank for nowhere
 * @param code the code sent to it
 */
public record Report(
        @Nullable RecordKey record,
        @Nullable Long activityId,
        Complaint complaint,
        String words,
        String mobile,
        String code) {}
