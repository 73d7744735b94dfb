package org.yiwang.organization;

/** Who lets a group without legal form act (备案; Regulations on Voluntary Services art. 42). */
public enum FiledWith {
    /** The residents' or villagers' committee of the region. */
    COMMUNITY,
    /** The host unit. */
    UNIT
}
