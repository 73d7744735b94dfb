package org.yiwang.honour;

/** Who of the panel stays out when a nominee is judged; relatives and one human's other accounts never judge at all. */
public enum Conflict {
    /** Members of a team of which the nominee is a member. */
    TEAM,
    /** Those, and whoever lives in the same community. */
    TEAM_AND_COMMUNITY
}
