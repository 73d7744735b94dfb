package org.yiwang.account;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Role;
import org.yiwang.kernel.Scope;
import org.yiwang.region.Regions;

/**
 * Makes the first administrator of a new installation: the setting {@code yiwang.first-admin} names a mobile number,
 * which signs in by SMS code. Does nothing once there is an administrator.
 */
@Component
@Order(100)
class FirstAdmin implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(FirstAdmin.class);

    private final String mobile;
    private final Accounts accounts;
    private final Grants grants;
    private final GrantStore store;
    private final Regions regions;

    FirstAdmin(
            @Value("${yiwang.first-admin:}") String mobile,
            Accounts accounts,
            Grants grants,
            GrantStore store,
            Regions regions) {
        this.mobile = mobile;
        this.accounts = accounts;
        this.grants = grants;
        this.store = store;
        this.regions = regions;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments args) {
        if (mobile.isBlank() || !store.lockHolders(Role.SYSTEM_ADMIN).isEmpty()) {
            return;
        }
        long id = accounts.findByMobile(mobile)
                .map(AccountView::id)
                .orElseGet(() -> accounts.open(mobile, regions.city().name(), null));
        grants.give(
                Actor.SYSTEM,
                id,
                Role.SYSTEM_ADMIN,
                new Scope.InRegion(regions.city().code()),
                "yiwang.first-admin");
        log.info(
                "{} is the first administrator and signs in by SMS code.",
                accounts.get(id).maskedMobile());
    }
}
