package org.yiwang.account;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Grant;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.RegionCode.Level;
import org.yiwang.kernel.Role;
import org.yiwang.kernel.Scope;
import org.yiwang.kernel.Slice;
import org.yiwang.platform.Vault;
import org.yiwang.region.Regions;

/**
 * Offices giving and taking the roles at regions. Within one's own reach, never above one's own level, never one's own
 * roles. Roles at organizations are given by the organization module.
 */
@Component
public class GrantDesk {

    private static final int PAGE = 30;

    /** Levels of division that a role is for; also the order from high to low. Auditors are made by administrators only. */
    private static final Map<Role, Set<Level>> LEVELS = new EnumMap<>(Map.of(
            Role.SYSTEM_ADMIN, Set.of(Level.PROVINCE, Level.CITY),
            Role.AUDITOR, Set.of(Level.PROVINCE, Level.CITY, Level.COUNTY, Level.TOWN),
            Role.CITY_OFFICE, Set.of(Level.PROVINCE, Level.CITY),
            Role.DISTRICT_OFFICE, Set.of(Level.COUNTY),
            Role.STREET_OFFICE, Set.of(Level.TOWN),
            Role.COMMUNITY_STAFF, Set.of(Level.COMMUNITY)));

    private static final Map<Role, Integer> RANKS = Map.of(
            Role.SYSTEM_ADMIN, 0,
            Role.AUDITOR, 0,
            Role.CITY_OFFICE, 1,
            Role.DISTRICT_OFFICE, 2,
            Role.STREET_OFFICE, 3,
            Role.COMMUNITY_STAFF, 4);

    private final GrantStore store;
    private final Grants grants;
    private final Accounts accounts;
    private final SecondFactor secondFactor;
    private final Suspensions suspensions;
    private final Regions regions;
    private final Vault vault;

    GrantDesk(
            GrantStore store,
            Grants grants,
            Accounts accounts,
            SecondFactor secondFactor,
            Suspensions suspensions,
            Regions regions,
            Vault vault) {
        this.store = store;
        this.grants = grants;
        this.accounts = accounts;
        this.secondFactor = secondFactor;
        this.suspensions = suspensions;
        this.regions = regions;
        this.vault = vault;
    }

    /**
     * Who holds a role at a region in the actor's reach, larger regions first.
     *
     * @param within only there and below; null for all of the reach
     * @param name part of the holder's name; blank for all
     */
    @Transactional(readOnly = true)
    public Slice<HolderView> list(Actor actor, Optional<RegionCode> within, String name, int page) {
        List<HolderView> rows = store
                .holdersWithin(
                        actor.reach(Permission.GRANTS_MANAGE).regionPatterns(),
                        within.map(RegionCode::value).orElse(""),
                        name,
                        (page - 1) * PAGE,
                        PAGE + 1)
                .stream()
                .map(row -> view(actor, row))
                .toList();
        return Slice.cut(rows, page, PAGE);
    }

    /** A grant to be taken away; refuses with {@code account.unknown} or {@code access.out-of-scope}. */
    @Transactional(readOnly = true)
    public HolderView get(Actor actor, long accountId, long grantId) {
        return view(actor, row(actor, accountId, grantId));
    }

    /** Roles that the actor may give somewhere. */
    public List<Role> mayGive(Actor actor) {
        List<Role> roles = new ArrayList<>();
        int own = actor.grants().stream()
                .filter(g -> g.role().carries(Permission.GRANTS_MANAGE))
                .map(g -> RANKS.getOrDefault(g.role(), 9))
                .min(Integer::compare)
                .orElse(9);
        for (Role role : Role.values()) {
            if (LEVELS.containsKey(role) && rank(role) >= own) {
                roles.add(role);
            }
        }
        return roles;
    }

    /**
     * Gives a role. Refuses with {@code access.out-of-scope}, {@code account.grant-above}, {@code account.grant-level},
     * {@code account.grant-own}, {@code account.unknown}.
     *
     * @param mobile number of the one who gets it
     */
    @Transactional
    public void give(Actor actor, String mobile, Role role, RegionCode region, String why) {
        requireAbove(actor, role, region);
        if (!LEVELS.getOrDefault(role, Set.of()).contains(region.level())) {
            throw new Refusal(AccountProblem.GRANT_LEVEL).at("region");
        }
        regions.get(region);
        Mobile.parse(mobile);
        AccountView account =
                accounts.findByMobile(mobile).orElseThrow(() -> new Refusal(AccountProblem.UNKNOWN).at("mobile"));
        requireOther(actor, account.id());
        grants.give(actor, account.id(), role, new Scope.InRegion(region), why);
    }

    /**
     * Takes a role away. Refuses with {@code access.out-of-scope}, {@code account.grant-above},
     * {@code account.grant-own}, {@code account.grant-last}, {@code account.unknown}.
     */
    @Transactional
    public void takeAway(Actor actor, long accountId, long grantId, String why) {
        Grant grant = row(actor, accountId, grantId).grant();
        requireAbove(actor, grant.role(), region(grant));
        requireOther(actor, accountId);
        if (grant.role() == Role.SYSTEM_ADMIN
                && store.lockHolders(Role.SYSTEM_ADMIN).size() == 1) {
            throw new Refusal(AccountProblem.GRANT_LAST);
        }
        grants.takeAway(actor, accountId, grant.role(), grant.scope(), why);
    }

    /** Lets a holder who lost the authenticator set it up anew; ends that person's sessions. Refuses as {@link #takeAway}. */
    @Transactional
    public void resetSecondFactor(Actor actor, long accountId, long grantId, String why) {
        Grant grant = row(actor, accountId, grantId).grant();
        requireAbove(actor, grant.role(), region(grant));
        requireOther(actor, accountId);
        // Whoever resets a factor could take the account over: all roles of the holder must be below the actor.
        for (Grant held : grants.of(accountId)) {
            if (held.scope() instanceof Scope.InRegion(RegionCode where)) {
                requireAbove(actor, held.role(), where);
            }
        }
        secondFactor.reset(actor, accountId, why);
    }

    /** Stops the account of a holder. Refuses as {@link Suspensions#suspend}. */
    @Transactional
    public void suspend(Actor actor, long accountId, long grantId, String why) {
        suspensions.suspend(
                actor, accountId, region(row(actor, accountId, grantId).grant()), why);
    }

    private GrantStore.HolderRow row(Actor actor, long accountId, long grantId) {
        GrantStore.HolderRow row =
                store.find(accountId, grantId).orElseThrow(() -> new Refusal(AccountProblem.UNKNOWN));
        actor.require(Permission.GRANTS_MANAGE, region(row.grant()));
        return row;
    }

    private static RegionCode region(Grant grant) {
        if (grant.scope() instanceof Scope.InRegion(RegionCode region)) {
            return region;
        }
        throw new Refusal(Actor.AccessProblem.OUT_OF_SCOPE);
    }

    static void requireAbove(Actor actor, Role role, RegionCode region) {
        actor.require(Permission.GRANTS_MANAGE, region);
        boolean above = actor == Actor.SYSTEM
                || actor.grants().stream()
                        .filter(g -> g.role().carries(Permission.GRANTS_MANAGE))
                        .filter(g -> g.scope() instanceof Scope.InRegion(RegionCode own) && own.contains(region))
                        .anyMatch(g -> rank(g.role()) <= rank(role));
        if (!above) {
            throw new Refusal(AccountProblem.GRANT_ABOVE);
        }
    }

    private static void requireOther(Actor actor, long accountId) {
        if (actor.accountId() == accountId) {
            throw new Refusal(AccountProblem.GRANT_OWN);
        }
    }

    private static int rank(Role role) {
        return RANKS.getOrDefault(role, 9);
    }

    private HolderView view(Actor actor, GrantStore.HolderRow row) {
        RegionCode region = region(row.grant());
        boolean mine = actor.accountId() != row.accountId()
                && actor.grants().stream()
                        .filter(g -> g.role().carries(Permission.GRANTS_MANAGE))
                        .filter(g -> g.scope() instanceof Scope.InRegion(RegionCode own) && own.contains(region))
                        .anyMatch(g -> rank(g.role()) <= rank(row.grant().role()));
        return new HolderView(
                row.accountId(),
                row.id(),
                row.name(),
                new Mobile(vault.open(row.mobileSealed())).masked(),
                row.grant().role(),
                region,
                regions.find(region).map(r -> r.fullName()).orElse(Ids.text(row.id())),
                row.from(),
                row.why(),
                mine);
    }
}
