package org.yiwang.exchange;

import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.account.AuditTrail;
import org.yiwang.account.Grants;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.notification.Notice;
import org.yiwang.notification.Notifications;
import org.yiwang.region.Regions;
import org.yiwang.seal.Algorithm;
import org.yiwang.seal.PublicKey;

/**
 * Platforms that this city trusts. Two officers of the city pin the key of each; a passport or a receipt is believed when one of
 * these keys signed it, and whatever the file says of itself does not matter.
 */
@Component
public class Issuers {

    /** Longest name, origin or address, in characters. */
    public static final int LONGEST = 200;

    /** Where auditors read what was decided. */
    private static final String AUDIT = "/audit";

    private static final String SM2 = "06082a811ccf5501822d";
    private static final String ED25519 = "06032b6570";
    private static final int LONGEST_KEY = 500;

    private final IssuerStore store;
    private final Settling settling;
    private final SecondOfficer officers;
    private final Grants grants;
    private final Notifications notifications;
    private final Regions regions;
    private final AuditTrail audit;
    private final Clock clock;

    Issuers(
            IssuerStore store,
            Settling settling,
            SecondOfficer officers,
            Grants grants,
            Notifications notifications,
            Regions regions,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.settling = settling;
        this.officers = officers;
        this.grants = grants;
        this.notifications = notifications;
        this.regions = regions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those that are trusted or wait for the second officer, for offices. */
    public List<IssuerView> list(Actor actor) {
        actor.require(Permission.TRANSFER_DECIDE, regions.city().code());
        return store.list();
    }

    /** How many platforms wait for a second officer who is not the actor. */
    public int countWaiting(Actor actor) {
        return (int) list(actor).stream()
                .filter(issuer -> issuer.confirmedBy() == null && issuer.proposedBy() != actor.accountId())
                .count();
    }

    /** The trusted platform that has exactly this key. */
    Optional<IssuerView> findTrusted(PublicKey key) {
        return store.trusted(key.id())
                .filter(i -> i.key().algorithm() == key.algorithm()
                        && Arrays.equals(i.key().encoded(), key.encoded()));
    }

    /**
     * Proposes to trust a platform, after the actor has compared its key by another way; nothing is believed until another
     * officer has confirmed it. City office only ({@code access.out-of-scope}); refuses with {@code exchange.issuer-known}
     * and {@code exchange.address-unreadable}.
     *
     * @param address where to ask whether a passport still holds; empty if it cannot be asked
     * @return its id
     */
    @Transactional
    public long propose(Actor actor, String origin, String name, PublicKey key, String address) {
        actor.require(Permission.TRANSFER_DECIDE, regions.city().code());
        IssuerView issuer = new IssuerView(
                Ids.next(), origin.strip(), name.strip(), key, address(address.strip()), actor.accountId(), null, null);
        store.insert(issuer, clock.instant());
        audit.write(
                actor,
                "exchange.trust-propose",
                "issuer:" + Ids.text(issuer.issuerId()),
                issuer.origin() + " " + key.id(),
                regions.city().code());
        return issuer.issuerId();
    }

    /**
     * A second officer has compared the key too: the platform is trusted from now on, and passports of its that wait here are
     * taken in, except those of the two officers and their wards. City office only; refuses with {@code exchange.unknown},
     * {@code exchange.issuer-known}, and who is no second officer as {@link SecondOfficer#require} does.
     *
     * @return how many records that waited are on record now
     */
    @Transactional
    public int confirm(Actor actor, long issuerId) {
        actor.require(Permission.TRANSFER_DECIDE, regions.city().code());
        IssuerView proposed = lock(issuerId);
        if (proposed.confirmedBy() != null) {
            throw new Refusal(ExchangeProblem.ISSUER_KNOWN);
        }
        officers.require(proposed.proposedBy(), actor);
        store.confirm(issuerId, actor.accountId(), clock.instant());
        audit.write(
                actor,
                "exchange.trust",
                "issuer:" + Ids.text(issuerId),
                proposed.origin() + " " + proposed.key().id(),
                regions.city().code());
        return settling.verifyWaiting(actor, lock(issuerId));
    }

    /**
     * Trusts it no longer, or takes the proposal back. What came in by it stays until the office has decided about each
     * record ({@link Doubts}). One officer is enough, for a platform whose key is lost cannot wait; the auditors, those who
     * pinned the key and the others in office are told. Refuses with {@code exchange.unknown}.
     */
    @Transactional
    public void withdraw(Actor actor, long issuerId) {
        actor.require(Permission.TRANSFER_DECIDE, regions.city().code());
        IssuerView issuer = lock(issuerId);
        store.withdraw(issuerId, clock.instant());
        settling.doubt(issuer);
        audit.write(
                actor,
                "exchange.trust-withdraw",
                "issuer:" + Ids.text(issuerId),
                issuer.origin() + " " + issuer.key().id(),
                regions.city().code());
        if (issuer.confirmedBy() != null) {
            tellWithdrawn(actor, issuer);
        }
    }

    /** The platform with this key each time it was pinned, whether or not it is trusted still. */
    List<IssuerView> everPinned(PublicKey key) {
        return store.everPinned(key.id());
    }

    private void tellWithdrawn(Actor actor, IssuerView issuer) {
        List<String> words = List.of(issuer.name(), actor.name());
        Set<Long> officers = new TreeSet<>(
                grants.reaching(Permission.TRANSFER_DECIDE, regions.city().code()));
        officers.remove(actor.accountId());
        notifications.tell(officers, new Notice("notice.exchange.withdrew", words, "/gov/issuers", true));
        Set<Long> auditors = new TreeSet<>(
                grants.reaching(Permission.AUDIT_READ, regions.city().code()));
        auditors.removeAll(officers);
        notifications.tell(auditors, new Notice("notice.exchange.withdrew", words, AUDIT, true));
    }

    private IssuerView lock(long issuerId) {
        return store.lock(issuerId).orElseThrow(() -> new Refusal(ExchangeProblem.UNKNOWN));
    }

    /** Reads a public key as PEM or its bare base64; refuses with {@code exchange.key-unreadable}. */
    public static PublicKey key(String pem) {
        String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s+", "");
        try {
            byte[] der = Base64.getDecoder().decode(base64);
            String hex = HexFormat.of().formatHex(der);
            if (der.length > 0 && der.length < LONGEST_KEY && hex.startsWith("30")) {
                if (hex.contains(SM2)) {
                    return new PublicKey(Algorithm.SM2, der);
                }
                if (hex.contains(ED25519)) {
                    return new PublicKey(Algorithm.ED25519, der);
                }
            }
        } catch (IllegalArgumentException _) {
            // refused below
        }
        throw new Refusal(ExchangeProblem.KEY_UNREADABLE).at("key");
    }

    private static @Nullable String address(String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            URI uri = URI.create(text);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if ((scheme.equals("https") || scheme.equals("http"))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null) {
                return text.replaceAll("/+$", "");
            }
        } catch (IllegalArgumentException _) {
            // refused below
        }
        throw new Refusal(ExchangeProblem.ADDRESS_UNREADABLE).at("address");
    }
}
