package org.yiwang.trust;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.RegionCode;
import org.yiwang.record.RecordKey;

/**
 * A record to be asked about.
 *
 * @param sampleId the sample
 * @param no its number there, from 1
 * @param key the record
 * @param activityId the activity
 * @param organizationId who organized
 * @param organizationName its name then
 * @param organizationAncestors that organization and all above it
 * @param region where
 * @param serviceDate the day
 * @param drawn whether chance drew it; otherwise those served said that nobody came
 * @param outcome what came out last, null before the first call
 * @param outcomeAt when
 */
public record SampleItem(
        long sampleId,
        int no,
        RecordKey key,
        long activityId,
        long organizationId,
        String organizationName,
        List<Long> organizationAncestors,
        RegionCode region,
        LocalDate serviceDate,
        boolean drawn,
        @Nullable Outcome outcome,
        @Nullable Instant outcomeAt) {

    /**
     * A call.
     *
     * @param outcome what came out
     * @param note what was said
     * @param byAccountId who called
     * @param at when
     */
    public record Call(Outcome outcome, String note, long byAccountId, Instant at) {}
}
