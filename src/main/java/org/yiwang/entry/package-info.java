/**
 * Records that no check-in made: manual entry by two people and makeup (补录) with a scanned proof, as separate,
 * bounded paths (domain F2, F18).
 *
 * <p>Tables: {@code entry_*}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform",
            "web",
            "notification",
            "region",
            "rules",
            "account",
            "organization",
            "volunteer",
            "activity",
            "signup",
            "attendance",
            "record",
            "trust"
        })
package org.yiwang.entry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
