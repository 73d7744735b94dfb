/**
 * Award rounds and short lists for higher awards (domain H7, H8, H10, H14; Order 67 art. 9; ADR 0020).
 *
 * <p>Tables: {@code honour_*}.
 *
 * <p>Events: none. Answers {@code volunteer.PersonalExport}.
 *
 * <p>Invariants: facts about a nominee are filled from records, never typed; nobody is judged or put on a list without having
 * agreed; nobody judges a teammate, and no nominee or nominator judges; scores are secret until the review is closed, and
 * afterwards shown without the name of the judge; a winner has one commendation.
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
