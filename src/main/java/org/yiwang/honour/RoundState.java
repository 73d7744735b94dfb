package org.yiwang.honour;

/** Where an award round stands. */
public enum RoundState {
    /** The office still writes its terms; nobody else sees it. */
    DRAFT,
    /** Everybody sees it; people are nominated within its days. */
    OPEN,
    /** The panel judges; scores are secret. */
    REVIEWING,
    /** The result is on public notice; anybody may object. */
    NOTICE,
    /** The awards are given. */
    PUBLISHED,
    /** It ended without a result, with a reason. */
    CANCELLED;

    /** Whether nothing more happens. */
    public boolean isOver() {
        return this == PUBLISHED || this == CANCELLED;
    }

    /** Whether everybody sees it. */
    public boolean isPublic() {
        return this != DRAFT && this != CANCELLED;
    }
}
