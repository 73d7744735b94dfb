/**
 * Applying for a shift, acceptance, waiting list, withdrawal, invitation, no-show. Never oversold: the database refuses.
 *
 * <p>Tables: {@code signup_*}.
 *
 * <p>Events: listens to {@code ActivityEvent}; publishes {@code SignUpEvent}.
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
            "volunteer",
            "activity"
        })
package org.yiwang.signup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
