package org.yiwang.account;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
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
    public Map<Long, String> mobilesOf(Collection<Long> accountIds) {
        return store.findAll(accountIds).stream()
                .filter(AccountStore.AccountRow::open)
                .collect(Collectors.toMap(AccountStore.AccountRow::id, a -> vault.open(a.mobileSealed())));
    }
}
