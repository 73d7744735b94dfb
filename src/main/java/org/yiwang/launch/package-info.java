/**
 * Starting the program: the command line, the embedded PostgreSQL with its data folder, health.
 *
 * <p>Tables: none.
 *
 * <p>Events: none. Answers {@code bulk.Progress}.
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
            "letter",
            "bulk",
            "seal",
            "demo"
        })
package org.yiwang.launch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
