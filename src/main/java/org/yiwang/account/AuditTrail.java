package org.yiwang.account;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Actor;

/** Who did or saw what, when and why. Append-only; part of the caller's transaction. */
@Component
public class AuditTrail {

    AuditTrail() {}

    /**
     * Writes a row.
     *
     * @param what {@code <module>.<verb>}, for example {@code organization.approve}
     * @param subject what it was done to, {@code <kind>:<id>}
     * @param why reason or purpose, null where the deed explains itself
     */
    public void write(Actor who, String what, String subject, @Nullable String why) {
        throw new IllegalStateException("being built");
    }
}
