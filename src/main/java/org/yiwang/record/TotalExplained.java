package org.yiwang.record;

import java.time.Instant;
import java.util.List;
import org.yiwang.kernel.Slice;

/**
 * Where a total of a person comes from, down to the records and the versions of the rule by which they were counted.
 *
 * @param minutes the total as it is shown everywhere
 * @param byRule the effective records behind it by version of {@code record.counting}, the latest version first
 * @param lines those records, a page of them, the latest day first
 * @param notCounted what was served, but counts not yet or no more, by state
 * @param change how the total came about in the last {@link TotalExplanations#LOOK_BACK}
 */
public record TotalExplained(
        int minutes, List<Part> byRule, Slice<RecordView> lines, List<Waiting> notCounted, Change change) {

    /** How many records are behind it. */
    public int records() {
        return byRule.stream().mapToInt(Part::records).sum();
    }

    /** Whether the records come to what is shown; if not, what is shown was not kept well. */
    public boolean agrees() {
        return byRule.stream().mapToInt(Part::minutes).sum() == minutes;
    }

    /**
     * What was counted by one version of the rule.
     *
     * @param version version of {@code record.counting}
     * @param records how many records
     * @param minutes what they come to
     */
    public record Part(int version, int records, int minutes) {}

    /**
     * Records that are not in the total.
     *
     * @param state where they stand
     * @param records how many
     * @param minutes what they would come to
     */
    public record Waiting(RecordState state, int records, int minutes) {}

    /**
     * What became of the total since a moment: {@code minutesThen + beganMinutes - endedMinutes} is the total now.
     *
     * @param since the moment
     * @param minutesThen the total then
     * @param began how many records count now that did not then
     * @param beganMinutes what they come to
     * @param ended how many counted then and do not now
     * @param endedMinutes what they came to
     */
    public record Change(Instant since, int minutesThen, int began, int beganMinutes, int ended, int endedMinutes) {

        /** Whether anything became of it. */
        public boolean isAny() {
            return began > 0 || ended > 0;
        }
    }
}
