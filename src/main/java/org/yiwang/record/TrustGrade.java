package org.yiwang.record;

/** How well a record is borne out by its evidence; computed above this module. */
public enum TrustGrade {
    /** Both sides were there at both ends, and nothing speaks against it. */
    A,
    /** Well borne out. */
    B,
    /** Rests mostly on one side's word. */
    C,
    /** Hardly borne out. */
    D
}
