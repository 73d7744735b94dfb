/**
 * Records that no check-in made: manual entry by two people and makeup (补录) with a scanned proof, as separate,
 * bounded paths (domain F2, F18).
 *
 * <p>Tables: {@code entry_*}. {@code entry_quota_used} is state of its own: what an organization used stays used, whatever
 * becomes of the records, and lines of files that used it are deleted after a while.
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
