package org.yiwang.account;

import java.security.MessageDigest;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Vault;

/**
 * Refuses to start with other keys than those that the database was written with: otherwise nobody could sign in,
 * and new rows would be sealed with keys that the old rows do not know.
 */
@Component
class KeyCheck implements InitializingBean {

    private static final String TEXT = "yiwang key check";

    private final Vault vault;
    private final KeyStore store;

    KeyCheck(Vault vault, KeyStore store) {
        this.vault = vault;
        this.store = store;
    }

    @Override
    public void afterPropertiesSet() {
        byte[] digest = vault.digest(TEXT);
        if (!MessageDigest.isEqual(digest, store.claim(digest))) {
            throw new KeysMissing("These keys are not the ones that this database was written with.");
        }
    }
}
