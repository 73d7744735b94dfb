package org.yiwang.account;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiwang.notification.ContactBook;
import org.yiwang.platform.Vault;

/** Tells the notification module where people can be reached. */
@Component
class Contacts implements ContactBook {

    private final AccountStore store;
    private final Vault vault;

    Contacts(AccountStore store, Vault vault) {
        this.store = store;
        this.vault = vault;
    }

    @Override
    public Optional<String> mobileOf(long accountId) {
        return store.find(accountId).filter(AccountStore.AccountRow::open).map(a -> vault.open(a.mobileSealed()));
    }
}
