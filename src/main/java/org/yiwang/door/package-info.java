/**
 * The front doors: the first page of anyone, of the volunteer, of the team leader and of the office, each composed of what the modules know. Holds no data.
 *
 * <p>Tables: none.
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
            "objection",
            "entry",
            "paper",
            "dossier",
            "certificate",
            "exchange",
            "ledger",
            "points",
            "star",
            "teamstar",
            "board",
            "honour",
            "letter"
        })
package org.yiwang.door;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
