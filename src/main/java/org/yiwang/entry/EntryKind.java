package org.yiwang.entry;

/** By which of the two exceptional paths service comes to be on record. */
public enum EntryKind {
    /** 手工录入: the check-in of some people is missing. */
    MANUAL,
    /** 补录: the activity was not recorded in time; rests on a scanned proof, approved by the district. */
    MAKEUP
}
