package org.yiwang.door.web;

import java.util.List;
import org.yiwang.record.Deadline;
import org.yiwang.region.RegionView;

/**
 * What the desk of an office or community shows.
 *
 * @param queues what waits for a decision
 * @param overdue activities whose service is not on record in time, the latest first
 * @param coverage parts of the area without a team
 */
public record Office(List<Queue> queues, List<Deadline> overdue, List<Coverage> coverage) {

    /**
     * Things that wait for a decision of one kind.
     *
     * @param key message of what they are
     * @param count how many, at most those of one page
     * @param more whether there are more than counted
     * @param link where they are decided
     */
    public record Queue(String key, int count, boolean more, String link) {}

    /**
     * Which parts of an area have a team.
     *
     * @param area the area that a grant covers
     * @param parts how many parts it has
     * @param without those without a team
     */
    public record Coverage(RegionView area, int parts, List<RegionView> without) {

        /** Parts that have one. */
        public int covered() {
            return parts - without.size();
        }
    }
}
