/**
 * Certificates of service and of registration: page, PDF and signed code that anybody can check, with and without network
 * (Order 67 art. 14 to 17).
 *
 * <p>Tables: {@code certificate_*}.
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
