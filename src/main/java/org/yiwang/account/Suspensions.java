package org.yiwang.account;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Grant;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Scope;
import org.yiwang.kernel.Slice;
import org.yiwang.notification.Sms;
import org.yiwang.platform.Vault;

/**
 * Offices stopping an account and letting it in again: somebody misbehaves, a phone was stolen. All its sign-ins end at
 * once on this node and within ten seconds on the others; nothing else about the person changes. Within one's own reach,
 * never oneself, never who holds a role above one's own.
 */
@Component
public class Suspensions {

    private static final int PAGE = 30;

    private final SuspensionStore store;
    private final AccountStore accounts;
    private final GrantStore grants;
    private final Sessions sessions;
    private final SecondFactor secondFactor;
    private final Sms sms;
    private final AuditTrail audit;
    private final Vault vault;
    private final Clock clock;

    Suspensions(
            SuspensionStore store,
            AccountStore accounts,
            GrantStore grants,
            Sessions sessions,
            SecondFactor secondFactor,
            Sms sms,
            AuditTrail audit,
            Vault vault,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.grants = grants;
        this.sessions = sessions;
        this.secondFactor = secondFactor;
        this.sms = sms;
        this.audit = audit;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * Stops an account. Refuses with {@code access.out-of-scope}, {@code account.suspend-own},
     * {@code account.grant-above}, {@code account.suspend-why}, {@code account.suspended-already}.
     *
     * @param region whose office answers for the account: where its owner lives, or the region of a role held
     * @param why shown to offices, kept; 2 to 200 characters
     */
    @Transactional
    public void suspend(Actor by, long accountId, RegionCode region, String why) {
        by.require(Permission.ACCOUNT_SUSPEND, region);
        requireMay(by, accountId, why);
        if (!accounts.move(accountId, "OPEN", "STOPPED")) {
            throw new Refusal(AccountProblem.SUSPENDED_ALREADY);
        }
        store.begin(accountId, region, by.accountId(), why.strip(), clock.instant());
        sessions.endOthers(accountId, 0);
        audit.write(by, "account.suspend", "account:" + Ids.text(accountId), why.strip(), region);
        tell(accountId, "sms.account.suspended");
    }

    /** Lets an account in again. Refuses as {@link #suspend}, and with {@code account.not-suspended}. */
    @Transactional
    public void reinstate(Actor by, long accountId, String why) {
        SuspensionView lasting = find(accountId).orElseThrow(() -> new Refusal(AccountProblem.NOT_SUSPENDED));
        by.require(Permission.ACCOUNT_SUSPEND, lasting.region());
        requireMay(by, accountId, why);
        if (!store.end(accountId, by.accountId(), why.strip(), clock.instant())) {
            throw new Refusal(AccountProblem.NOT_SUSPENDED);
        }
        boolean open = accounts.move(accountId, "STOPPED", "OPEN");
        audit.write(by, "account.reinstate", "account:" + Ids.text(accountId), why.strip(), lasting.region());
        if (open) {
            tell(accountId, "sms.account.reinstated");
        }
    }

    /**
     * Takes the second factor of somebody who lost phone and recovery codes away; ends all sign-ins, and the owner is told
     * by text message. Refuses as {@link #suspend}, and with {@code account.second-factor-none}.
     */
    @Transactional
    public void resetSecondFactor(Actor by, long accountId, RegionCode region, String why) {
        by.require(Permission.ACCOUNT_SUSPEND, region);
        requireMay(by, accountId, why);
        if (!secondFactor.isSetUp(accountId)) {
            throw new Refusal(AccountProblem.SECOND_FACTOR_NONE);
        }
        secondFactor.reset(by, accountId, why.strip());
        tell(accountId, "sms.account.second-factor-reset");
    }

    /** The suspension of an account, if one lasts. The caller has checked that it may be seen. */
    public Optional<SuspensionView> find(long accountId) {
        return store.find(accountId);
    }

    /** Accounts stopped in the actor's reach, the latest first; the look at their names is noted. */
    @Transactional
    public Slice<SuspensionView> list(Actor by, int page) {
        String[] patterns = by.reach(Permission.ACCOUNT_SUSPEND).regionPatterns();
        int number = Slice.page(page);
        Slice<SuspensionView> slice = Slice.cut(store.list(patterns, (number - 1) * PAGE, PAGE + 1), number, PAGE);
        audit.lookAtList(by, "account:suspensions", slice.items().size(), null);
        return slice;
    }

    private void requireMay(Actor by, long accountId, String why) {
        if (by.accountId() == accountId) {
            throw new Refusal(AccountProblem.SUSPEND_OWN);
        }
        int length = why.strip().length();
        if (length < 2 || length > 200) {
            throw new Refusal(AccountProblem.SUSPEND_WHY).at("why");
        }
        for (Grant held : grants.of(accountId)) {
            if (held.scope() instanceof Scope.InRegion(RegionCode where)) {
                GrantDesk.requireAbove(by, held.role(), where);
            }
        }
    }

    private void tell(long accountId, String key) {
        accounts.find(accountId).ifPresent(row -> sms.send(vault.open(row.mobileSealed()), key, List.of()));
    }
}
