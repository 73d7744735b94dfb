/**
 * Points for service: duration by coefficient, attitude and quality, by dated versions of a formula, kept in the {@code
 * ledger} (domain H3). Points are neither service time nor time coins.
 *
 * <p>Tables: {@code points_*}. How many somebody has stands in the ledger, book {@code points}; {@code points_line} is what was
 * posted for which record and why, {@code points_record} what a record comes to. What is missing is found and posted by {@code
 * rebuild points}, never rewritten.
 *
 * <p>Events: listens to {@code RecordEvent}, {@code TrustEvent} and {@code DossierEvent}, and notes in the same transaction of whom
 * something was learned; a job posts it seconds later (ADR 0019).
 *
 * <p>Answers {@code volunteer.PersonalExport}.
 *
 * <p>Invariants: a record follows the formula that held when the service ended, for good; what stands for a part of a record is
 * one line at most; nothing is taken twice and nothing lost: what cannot be taken back is owed.
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
