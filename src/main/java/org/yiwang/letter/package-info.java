/**
 * The year letter, thanks from people served, and rest (domain H13, M7).
 *
 * <p>Tables: {@code letter_*}.
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
package org.yiwang.letter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
