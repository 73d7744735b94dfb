package org.yiwang.trust;

import java.time.Instant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.RegionCode;

/**
 * A sample of the records that were first made in one month in one region, from head to head of the sealed log.
 *
 * @param id its id
 * @param month the month
 * @param region the region
 * @param headSize size of the head of the log by which it was drawn
 * @param headRoot its root
 * @param headAt when it was published
 * @param madeFrom when the head before it was published that closed the sample before: records first made since then are in
 *     it; null for the first sample
 * @param seed what was made of it
 * @param records how many records there were
 * @param organizations of how many organizations
 * @param drawnAt when
 * @param tally what came out, of those drawn by chance
 * @param added how many were added because those served said that nobody came
 * @param open how many of all still wait for a first call
 */
public record SampleView(
        long id,
        YearMonth month,
        RegionCode region,
        long headSize,
        String headRoot,
        Instant headAt,
        @Nullable Instant madeFrom,
        String seed,
        int records,
        int organizations,
        Instant drawnAt,
        Tally tally,
        int added,
        int open) {

    /**
     * What people said who were called.
     *
     * @param drawn how many were drawn
     * @param confirmed confirmed
     * @param wrongTime there, but not for that time
     * @param notThere not there
     * @param notReached called in vain so far
     */
    public record Tally(int drawn, int confirmed, int wrongTime, int notThere, int notReached) {

        /** How many were spoken to. */
        public int reached() {
            return confirmed + wrongTime + notThere;
        }
    }

    /**
     * What came out for one organization.
     *
     * @param organizationId which
     * @param name its name when the records were made
     * @param tally what people said
     */
    public record OfOrganization(long organizationId, String name, Tally tally) {}
}
