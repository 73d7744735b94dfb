/**
 * The demo city: districts that exist, people and organizations that do not. Made with the public commands of the modules, only in an empty database.
 *
 * <p>Tables: none.
 *
 * <p>Events: none. Answers {@code account.DemoSignIns}.
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
package org.yiwang.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
