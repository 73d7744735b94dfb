package org.yiwang.certificate.web;

import static org.yiwang.kernel.Permission.SIGNED_IN;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.certificate.Certificate;
import org.yiwang.certificate.CertificateContent;
import org.yiwang.certificate.CertificateLine;
import org.yiwang.certificate.CertificateScope;
import org.yiwang.certificate.Certificates;
import org.yiwang.certificate.MovedTo;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Tsid;
import org.yiwang.web.Access;

/** Certificates of one's own service over the API. */
@RestController
@Tag(name = "certificates", description = "Certificates of service: make, list, look at, declare void")
class CertificateApi {

    private final Certificates certificates;

    CertificateApi(Certificates certificates) {
        this.certificates = certificates;
    }

    @PostMapping("/api/v1/volunteers/{id}/certificates")
    @Access(SIGNED_IN)
    @Operation(summary = "Make a certificate of what counts now; asked twice within ten minutes it is the same one")
    CertificateJson issue(Actor actor, @PathVariable @Tsid long id, @RequestBody ScopeJson scope) {
        return CertificateJson.of(certificates.issue(actor, id, scope.scope()));
    }

    @GetMapping("/api/v1/volunteers/{id}/certificates")
    @Access(SIGNED_IN)
    @Operation(summary = "Certificates made for the volunteer, the newest first")
    LinesJson list(Actor actor, @PathVariable @Tsid long id) {
        return new LinesJson(certificates.list(actor, id));
    }

    @GetMapping("/api/v1/certificates/{number}")
    @Access(SIGNED_IN)
    @Operation(summary = "One of one's certificates, with the text of its signed code")
    CertificateJson get(Actor actor, @PathVariable String number) {
        return CertificateJson.of(certificates.get(actor, number));
    }

    @GetMapping("/api/v1/certificates/{number}/proofs")
    @Access(SIGNED_IN)
    @Operation(
            summary =
                    "What proves that every service in one of one's certificates is in the sealed log: the sealed text, its"
                            + " place, and the path to the head that stands in the certificate. SHA-256 of a zero byte and the text is"
                            + " the leaf.")
    ProofsJson proofs(Actor actor, @PathVariable String number) {
        return ProofsJson.of(certificates, actor, number);
    }

    @PostMapping("/api/v1/certificates/{number}/void")
    @Access(SIGNED_IN)
    @Operation(summary = "Declare one of one's certificates void, for good")
    CertificateJson declareVoid(Actor actor, @PathVariable String number) {
        certificates.declareVoid(actor, number);
        return CertificateJson.of(certificates.get(actor, number));
    }

    /**
     * What a certificate shall be about; absent means everything. A unit here goes by its id, one of another platform, which has
     * none here, by its name.
     */
    record ScopeJson(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String organizationId,
            @Nullable String organization,
            @Nullable String category,
            @Nullable Boolean dossier) {

        CertificateScope scope() {
            CertificateScope scope = new CertificateScope(
                    from, to, null, organization, category, Objects.requireNonNullElse(dossier, false));
            return organizationId == null ? scope : scope.ofUnit(organizationId);
        }
    }

    /** A list that is never long enough for pages. */
    record LinesJson(List<CertificateLine> items) {}

    /** A certificate; minutes by kind and trust grade, never added up. */
    record CertificateJson(
            String number,
            Instant issuedAt,
            @Nullable Instant voidSince,
            @Nullable Instant reviewSince,
            @Nullable MovedTo movedTo,
            LocalDate from,
            LocalDate to,
            int records,
            CertificateContent.Time time,
            List<CertificateContent.GradeTime> grades,
            List<CertificateContent.UnitTime> units,
            String hash,
            String code) {

        static CertificateJson of(Certificate certificate) {
            CertificateContent content = certificate.content();
            return new CertificateJson(
                    content.number(),
                    content.issuedAt(),
                    certificate.voidSince(),
                    certificate.reviewSince(),
                    certificate.movedTo(),
                    content.from(),
                    content.to(),
                    content.records(),
                    content.time(),
                    content.grades(),
                    content.units(),
                    certificate.hash(),
                    certificate.code());
        }
    }
}
