package org.yiwang.organization;

/** The two trees in which an organization can stand at the same time. */
public enum Tree {
    /** 条: the line of a profession or system, such as a medical branch under its general team. */
    LINE,
    /** 块: the area, such as a team under the body of its street. */
    AREA
}
