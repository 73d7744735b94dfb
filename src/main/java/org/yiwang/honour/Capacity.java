package org.yiwang.honour;

/** In which capacity somebody nominates; a round says which it allows. */
public enum Capacity {
    /** Oneself, or a ward. */
    SELF,
    /** Who answers for a team, a member of it. */
    TEAM,
    /** Community staff, somebody who lives there. */
    COMMUNITY,
    /** An office, somebody of its area. */
    OFFICE,
    /** Any registered volunteer, anybody else. */
    VOLUNTEER
}
