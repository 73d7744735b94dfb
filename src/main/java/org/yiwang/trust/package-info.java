/**
 * How far each service record can be trusted: grades from evidence (A to D), spot checks of random samples, organizers'
 * honesty in them, and sanctions for false hours.
 *
 * <p>Tables: {@code trust_*}.
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
            "record"
        })
package org.yiwang.trust;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
