package org.yiwang.organization;

/** How somebody came to a post. */
public enum HowChosen {
    /** Applied for the organization and so became its first administrator. */
    FOUNDED,
    /** Elected by the members. */
    ELECTED,
    /** Appointed by the captain, the administrators or the body above. */
    APPOINTED
}
