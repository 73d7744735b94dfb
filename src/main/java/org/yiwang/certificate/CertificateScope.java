package org.yiwang.certificate;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yiwang.record.RecordView;

/**
 * What a certificate is about. Absent means everything.
 *
 * @param from first day of service
 * @param to last day of service
 * @param organization only service recorded by the unit of this name
 * @param category only activities of this code of the table {@code category}
 * @param dossier whether training and commendations are listed as well
 */
public record CertificateScope(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String organization,
        @Nullable String category,
        boolean dossier) {

    /** All service of a person. */
    public static final CertificateScope EVERYTHING = new CertificateScope(null, null, null, null, false);

    boolean covers(RecordView record) {
        return (from == null || !record.serviceDate().isBefore(from))
                && (to == null || !record.serviceDate().isAfter(to))
                && (organization == null || organization.equals(record.organizationName()))
                && (category == null || category.equals(record.category()));
    }
}
