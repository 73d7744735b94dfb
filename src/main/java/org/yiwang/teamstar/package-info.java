/**
 * Stars of teams, yearly, from activities, hours, quality and retention (domain H2).
 *
 * <p>Tables: {@code teamstar_*}.
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
            "dossier"
        })
package org.yiwang.teamstar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
