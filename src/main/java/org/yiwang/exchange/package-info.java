/**
 * Moving on: transfer between districts and platforms, and the portable passport (Regulations on voluntary service
 * records 2012, domain F11, N1).
 *
 * <p>Tables: {@code exchange_*}.
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
            "seal",
            "trust",
            "dossier",
            "certificate"
        })
package org.yiwang.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
