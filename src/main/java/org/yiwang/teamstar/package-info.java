/**
 * Stars of teams, yearly, from activities, hours, quality and retention (domain H2).
 *
 * <p>Tables: {@code teamstar_*}. {@code teamstar_step} tells how each rating came to be; nothing of a year changes once it is
 * published.
 *
 * <p>Events: none. Answers {@code organization.TeamBadge}.
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
            "objection",
            "dossier"
        })
package org.yiwang.teamstar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
