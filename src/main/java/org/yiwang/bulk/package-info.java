/**
 * The generator of a city of volunteers, for measurements and trials of a size that no hand makes: people, teams, activities,
 * places, check-ins and records on the real divisions, by COPY, from a seed number (ADR 0021). It invents what happened;
 * what follows from it is said by the module whose tables it is ({@code …Rows}).
 *
 * <p>Tables: {@code bulk_run}. The indexes and constraints of the large tables are laid aside while it writes, and made anew.
 *
 * <p>Events: none. Tells whoever runs it how far it is through {@code Progress}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform",
            "region",
            "rules",
            "account",
            "organization",
            "volunteer",
            "activity",
            "signup",
            "attendance",
            "record",
            "board"
        })
package org.yiwang.bulk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
