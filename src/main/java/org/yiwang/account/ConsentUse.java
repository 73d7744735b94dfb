package org.yiwang.account;

import java.util.List;

/**
 * Tells whom a consent carries, so that a person knows before withdrawing it. Implemented by modules above that listen to
 * {@link ConsentWithdrawn}.
 */
public interface ConsentUse {

    /** Names of those whose registration would rest if the account withdrew its consent to the text. */
    List<String> affected(long accountId, String document);
}
