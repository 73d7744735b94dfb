package org.yiwang.points;

/** What points are for (domain H3: 时长、态度和质量). */
public enum Part {
    /** Duration by coefficient. */
    TIME,
    /** What the team said of the service. */
    ATTITUDE,
    /** How well the record is borne out. */
    QUALITY
}
