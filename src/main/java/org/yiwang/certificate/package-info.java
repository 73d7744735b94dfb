/**
 * Certificates of service and of registration: page, PDF and signed code that anybody can check, with and without network
 * (Order 67 art. 14 to 17).
 *
 * <p>Tables: {@code certificate_*}. None is a projection: each row is what was signed, or since when it does not count.
 *
 * <p>Events: listens to {@code RecordEvent} and {@code DossierEvent}; a certificate is void with what stands in it.
 *
 * <p>Asks modules above through {@code Moves}.
 *
 * <p>Invariants: what was issued is never changed; no hour that moved to another platform is certified here as well.
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
            "dossier"
        })
package org.yiwang.certificate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
