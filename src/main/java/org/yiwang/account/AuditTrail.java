package org.yiwang.account;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.RegionCode;

/** Who did or saw what, when and why. Append-only; part of the caller's transaction. */
@Component
public class AuditTrail {

    /** What a look at unmasked personal data is called in the trail. */
    public static final String LOOK = "personal-data.look";

    private final AuditStore store;
    private final Clock clock;

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
     * Notes a look at unmasked personal data. Written in a transaction of its own: it stays even if the page that was
     * to show the data fails afterwards, and it may be called from a read-only transaction.
     *
     * @param subject whose data, {@code <kind>:<id>}, and which fields
     * @param purpose why, in the person's words; refuses with {@code account.purpose-needed} if blank
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void look(Actor who, String subject, String purpose) {
        if (purpose.isBlank()) {
            throw new Refusal(AccountProblem.PURPOSE_NEEDED).at("purpose");
        }
        store.insert(who, LOOK, subject, purpose.strip(), null, clock.instant());
    }
}
