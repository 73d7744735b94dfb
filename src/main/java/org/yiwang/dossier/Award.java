package org.yiwang.dossier;

/** Whose commendation it is; decides who records it (Order 67 art. 9). */
public enum Award {
    /** The organization's own: it records it directly. */
    OWN,
    /** Of a government from the county up: the office of that level records it after proof. */
    GOVERNMENT,
    /** Of anybody else: the volunteer applies, the organization verifies and records it. */
    OTHER
}
