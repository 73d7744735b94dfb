package org.yiwang.certificate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.Ids;
import org.yiwang.record.RecordView;

/**
 * What a certificate is about. Absent means everything.
 *
 * @param from first day of service
 * @param to last day of service
 * @param organizationId only service recorded by this unit; two units may bear one name
 * @param organization the unit's name; without a number only service that a unit of this name recorded on another platform
 * @param category only activities of this code of the table {@code category}
 * @param dossier whether training and commendations are listed as well
 */
public record CertificateScope(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Long organizationId,
        @Nullable String organization,
        @Nullable String category,
        boolean dossier) {

    /** All service of a person. */
    public static final CertificateScope EVERYTHING = new CertificateScope(null, null, null, null, null, false);

    /** Units of other platforms have no number here. */
    private static final long ELSEWHERE = 0;

    private static final String BY_NAME = "~";

    /** The same for the unit of a key ({@link Certificates.Unit#key}); an empty one means every unit. */
    public CertificateScope ofUnit(String key) {
        if (key.startsWith(BY_NAME)) {
            return new CertificateScope(from, to, null, key.substring(BY_NAME.length()), category, dossier);
        }
        // What is no number is nobody's.
        Long id = key.isEmpty() ? null : Ids.parse(key).orElse(-1L);
        return new CertificateScope(from, to, id, null, category, dossier);
    }

    /** By what the recording unit of a record is known in forms. */
    static String unit(RecordView record) {
        return record.organizationId() == ELSEWHERE
                ? BY_NAME + record.organizationName()
                : Ids.text(record.organizationId());
    }

    /** The same with the name that the unit bears in the latest of these records. */
    CertificateScope named(List<RecordView> chosen) {
        Optional<String> name =
                chosen.stream().map(RecordView::organizationName).findFirst();
        return organizationId == null
                ? this
                : new CertificateScope(from, to, organizationId, name.orElse(null), category, dossier);
    }

    boolean covers(RecordView record) {
        return (from == null || !record.serviceDate().isBefore(from))
                && (to == null || !record.serviceDate().isAfter(to))
                && isOfUnit(record)
                && (category == null || category.equals(record.category()));
    }

    private boolean isOfUnit(RecordView record) {
        if (organizationId != null) {
            return organizationId == record.organizationId();
        }
        return organization == null
                || record.organizationId() == ELSEWHERE && organization.equals(record.organizationName());
    }
}
