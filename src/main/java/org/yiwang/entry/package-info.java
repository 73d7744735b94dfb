/**
 * Records that no check-in made: manual entry by two people and makeup (补录) with a scanned proof, as separate,
 * bounded paths (domain F2, F18).
 *
 * <p>Tables: {@code entry_*}. {@code entry_quota_used} is the sum of {@code entry_quota_move}, from which it is computed
 * anew; the lines of files that used a quota are deleted after a while, the moves are not.
 *
 * <p>Events: none. Answers {@code record.HandMadeTime} and {@code record.RecordSources}.
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
            "seal",
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
