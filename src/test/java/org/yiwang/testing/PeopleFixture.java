package org.yiwang.testing;

import java.util.concurrent.atomic.AtomicLong;
import org.yiwang.account.Accounts;
import org.yiwang.account.Grants;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Grant;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Role;
import org.yiwang.kernel.Scope;
import org.yiwang.notification.Outbox;

/** Makes people for tests, in one line each. Every mobile number is new. */
public final class PeopleFixture {

    /** Password of those made with one. */
    public static final String PASSWORD = "correct horse 1";

    private static final AtomicLong MOBILES =
            new AtomicLong(13_100_000_000L + Math.floorMod(System.nanoTime() / 1000, 800_000_000L));

    private PeopleFixture() {}

    /** A mobile number that nobody has. */
    public static String newMobile() {
        return String.valueOf(MOBILES.incrementAndGet());
    }

    /** An account without a password and without roles. */
    public static long account(String name, Grant... grants) {
        long id = City.bean(Accounts.class).open(newMobile(), name, null);
        for (Grant grant : grants) {
            City.bean(Grants.class).give(Actor.SYSTEM, id, grant.role(), grant.scope(), "test");
        }
        return id;
    }

    /** An account with {@link #PASSWORD}. */
    public static long account(String name, String mobile, Grant... grants) {
        long id = City.bean(Accounts.class).open(mobile, name, PASSWORD);
        for (Grant grant : grants) {
            City.bean(Grants.class).give(Actor.SYSTEM, id, grant.role(), grant.scope(), "test");
        }
        return id;
    }

    /** The code last sent to a number. */
    public static String lastCode(String mobile) {
        return City.bean(Outbox.class).newest(mobile).stream()
                .filter(message -> message.key().equals("sms.code"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no code was sent"))
                .args()
                .getFirst();
    }

    /** A person with a role at a region, as an actor. */
    public static Actor staff(Role role, String region) {
        return actor(account(role.name().toLowerCase(java.util.Locale.ROOT), at(role, region)));
    }

    /** A person with a role at an organization, as an actor. */
    public static Actor leader(Role role, long organizationId) {
        return actor(account(role.name().toLowerCase(java.util.Locale.ROOT), at(role, organizationId)));
    }

    /** The account's owner as an actor. */
    public static Actor actor(long accountId) {
        return City.bean(Accounts.class).actor(accountId);
    }

    /** A role at a region. */
    public static Grant at(Role role, String region) {
        return new Grant(role, new Scope.InRegion(new RegionCode(region)));
    }

    /** A role at an organization. */
    public static Grant at(Role role, long organizationId) {
        return new Grant(role, new Scope.InOrganization(organizationId));
    }
}
