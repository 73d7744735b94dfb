/**
 * Project library, activities with posts and shifts, review, publication, changes, closing with a summary.
 *
 * <p>Tables: {@code activity_*}.
 *
 * <p>Events: publishes {@code ActivityEvent}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "web",
            "notification",
            "region",
            "rules",
            "account",
            "organization",
            "volunteer"
        })
package org.yiwang.activity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
