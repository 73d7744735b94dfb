package org.yiwang.certificate;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.certificate.CertificateContent.DossierLine;

/** Training and commendations for a certificate. */
@Component
class DossierLines {

    List<DossierLine> of(long volunteerId, @Nullable LocalDate from, @Nullable LocalDate to) {
        return List.of();
    }
}
