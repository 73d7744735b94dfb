package org.yiwang.teamstar;

/** Why a team cannot have stars for a year, whatever its points. */
public enum Obstacle {
    /** It is stopped, or its filing has run out. */
    NOT_VALID,
    /** It held and closed fewer activities than the scheme asks for. */
    TOO_FEW_ACTIVITIES,
    /** Nobody served with it. */
    NOBODY_ACTIVE,
    /** A sanction for false hours was imposed on it or in force in the year. */
    SANCTIONED,
    /** An office found that hours were paid for. */
    SOLD_HOURS
}
