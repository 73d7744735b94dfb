package org.yiwang.ledger;

/**
 * Whose an account is. The ledger only compares it; what it means is known to whoever opens the account.
 *
 * @param kind what sort of owner, for example {@code volunteer}
 * @param id which one, unique within its kind
 */
public record Owner(String kind, String id) {

    /** Owner of the account of each book to which expired lots go. */
    public static final Owner EXPIRED = new Owner("ledger", "expired");

    /** Both are there; anything else is a fault of the caller. */
    public Owner {
        if (kind.isBlank() || id.isBlank()) {
            throw new IllegalArgumentException("an owner has a kind and an id");
        }
    }
}
