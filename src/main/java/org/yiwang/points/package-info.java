/**
 * Points for service: duration by coefficient, attitude and quality, by dated versions of a formula, kept in the {@code
 * ledger} (domain H3). Points are neither service time nor time coins.
 *
 * <p>Tables: {@code points_*}.
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
            "ledger"
        })
package org.yiwang.points;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
