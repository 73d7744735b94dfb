package org.yiwang.paper;

import java.util.Locale;

/** Columns of the template, in its order. Their headings are {@code paper.column.*} of either language. */
enum Column {
    /** 13 characters that the template fills in. */
    ACTIVITY,
    /** Name of the activity, for people; not read. */
    TITLE,
    /** Name of the volunteer. */
    NAME,
    /** Unified number. */
    NUMBER,
    /** Number of an identity document, where the unified number is not at hand. */
    DOCUMENT,
    /** Date. */
    DAY,
    /** Time of arrival, or date and time. */
    CAME,
    /** Time of departure, or date and time. */
    LEFT,
    /** Why the line was refused; not read. */
    REASON;

    /** Key of the heading. */
    String key() {
        return "paper.column." + name().toLowerCase(Locale.ROOT);
    }

    /** Whether a file without this heading cannot be read. */
    boolean needed() {
        return this == ACTIVITY || this == NAME || this == CAME || this == LEFT;
    }
}
