package org.yiwang.activity;

import java.util.List;

/**
 * Whether an activity can be published, and what will happen then.
 *
 * @param findings what is missing or wrong; none means it can
 * @param hints words that hint at something that is no service; to be thought about, they do not forbid
 * @param reasons why an office will look at it first, as the end of message keys; none means it is public at once
 */
public record Readiness(List<Finding> findings, List<Hint> hints, List<String> reasons) {

    /** Whether nothing keeps it from being published or handed in. */
    public boolean isReady() {
        return findings.isEmpty();
    }

    /** Whether an office looks at it first. */
    public boolean needsReview() {
        return !reasons.isEmpty();
    }
}
