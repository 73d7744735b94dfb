/**
 * Cases about records: objections of volunteers, reports by anyone, and "that was not me"; answered within 10 working
 * days, escalated when late (Order 67 art. 13, 20).
 *
 * <p>Tables: {@code objection_*}.
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
package org.yiwang.objection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
