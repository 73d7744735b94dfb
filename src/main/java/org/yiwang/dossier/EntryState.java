package org.yiwang.dossier;

/** Where an entry of a dossier stands. */
public enum EntryState {
    /** The volunteer has applied for it; somebody must verify and record it. */
    APPLIED,
    /** On record. */
    RECORDED,
    /** Not recorded, with a reason. */
    REFUSED,
    /** Replaced by a correction. */
    SUPERSEDED,
    /** Declared void. */
    VOID
}
