/**
 * Award rounds and short lists for higher awards (domain H7, H8, H10, H14).
 *
 * <p>Tables: {@code honour_*}.
 *
 * <p>Events: none.
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
            "trust",
            "dossier",
            "star"
        })
package org.yiwang.honour;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
