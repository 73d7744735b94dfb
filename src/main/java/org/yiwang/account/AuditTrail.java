package org.yiwang.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;
import org.yiwang.platform.AfterCommit;

/** Who did or saw what, when and why. Append-only; part of the caller's transaction. */
@Component
public class AuditTrail {

    /** How looks at unmasked personal data begin in the trail. */
    public static final String LOOKS = "personal-data.";

    private static final String LOOK = LOOKS + "look";
    private static final String LIST = LOOKS + "list";
    private static final int LOOK_MINUTES = 10;

    private final AuditStore store;
    private final Clock clock;
    private final Cache<String, Look> looks = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(Duration.ofMinutes(LOOK_MINUTES))
            .build();

    AuditTrail(AuditStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Writes a row.
     *
     * @param what {@code <module>.<verb>}, for example {@code organization.approve}
     * @param subject what it was done to, {@code <kind>:<id>}
     * @param why reason or purpose, null where the deed explains itself
     */
    public void write(Actor who, String what, String subject, @Nullable String why) {
        store.insert(who, what, subject, why, null, clock.instant());
    }

    /**
     * Writes a row that the auditors of a region may read.
     *
     * @param region where the subject is
     */
    public void write(Actor who, String what, String subject, @Nullable String why, RegionCode region) {
        store.insert(who, what, subject, why, region, clock.instant());
    }

    /**
     * Notes a look at one person's data in full, in the transaction that shows it: no look without a row.
     *
     * @param subject whose data, {@code <kind>:<id>}
     * @param purpose why, in the words of the one who looks; refuses with {@code account.purpose-needed} if blank
     */
    @Transactional
    public void look(Actor who, String subject, String purpose, RegionCode region) {
        if (purpose.isBlank()) {
            throw new Refusal(AccountProblem.PURPOSE_NEEDED).at("purpose");
        }
        store.insert(who, LOOK, subject, purpose.strip(), region, clock.instant());
    }

    /**
     * Notes that somebody saw the people on a list of what they run by full name. A page that is refreshed is one look:
     * a row for each list and person every {@value #LOOK_MINUTES} minutes on this node, and one more whenever the list has
     * grown.
     *
     * @param list whose list and which, for example {@code activity:<id> roster}
     * @param people how many stand on it; nothing is noted for none
     */
    @Transactional
    public void lookAtList(Actor who, String list, int people, @Nullable RegionCode region) {
        if (people == 0 || who.accountId() == 0) {
            return;
        }
        String key = who.accountId() + " " + list;
        Instant now = clock.instant();
        Look before = looks.getIfPresent(key);
        if (before != null && before.covers(now, people)) {
            return;
        }
        store.insert(who, LIST, list, "running it; people: " + people, region, now);
        AfterCommit.run(() -> looks.put(key, new Look(now, people)));
    }

    /** A look at a list, and how many stood on it. */
    private record Look(Instant at, int people) {

        boolean covers(Instant now, int seen) {
            return !now.isBefore(at) && now.isBefore(at.plus(Duration.ofMinutes(LOOK_MINUTES))) && seen <= people;
        }
    }
}
