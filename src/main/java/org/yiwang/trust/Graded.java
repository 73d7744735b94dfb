package org.yiwang.trust;

import java.util.List;
import org.yiwang.record.RecordKey;
import org.yiwang.record.TrustGrade;

/**
 * The grade of a record with everything it was computed from.
 *
 * @param key the record
 * @param activityId its activity
 * @param grade A to D
 * @param points the sum
 * @param facts what adds up to it
 * @param ruleVersion version of {@code trust.grade}
 */
public record Graded(
        RecordKey key, long activityId, TrustGrade grade, int points, List<Scored> facts, int ruleVersion) {

    /** Whether a fact is among them. */
    public boolean has(GradeFact fact) {
        return facts.stream().anyMatch(f -> f.fact() == fact);
    }
}
