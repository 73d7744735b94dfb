package org.yiwang.volunteer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Vault;
import org.yiwang.region.RegionView;
import org.yiwang.region.Regions;

/** What the registry keeps about a person. */
@Component
@Order(0)
class OwnExport implements PersonalExport {

    private final VolunteerStore store;
    private final ChangeStore changes;
    private final ProfileStore profiles;
    private final CaseStore cases;
    private final QualificationStore qualifications;
    private final PictureStore pictures;
    private final Regions regions;
    private final Vault vault;

    OwnExport(
            VolunteerStore store,
            ChangeStore changes,
            ProfileStore profiles,
            CaseStore cases,
            QualificationStore qualifications,
            PictureStore pictures,
            Regions regions,
            Vault vault) {
        this.store = store;
        this.changes = changes;
        this.profiles = profiles;
        this.cases = cases;
        this.qualifications = qualifications;
        this.pictures = pictures;
        this.regions = regions;
        this.vault = vault;
    }

    @Override
    public String section() {
        return "volunteer";
    }

    @Override
    public Object export(long volunteerId) {
        VolunteerView view = store.find(volunteerId).orElseThrow();
        VolunteerStore.Details details = store.details(volunteerId);
        return new Registry(
                view.number(),
                details.nationalNo(),
                view.name(),
                details.documentType(),
                vault.open(details.documentSealed()),
                view.birthDate(),
                details.sex(),
                regions.find(view.residence())
                        .map(RegionView::fullName)
                        .orElse(view.residence().value()),
                view.state().name(),
                details.source().name(),
                details.registeredAt(),
                profiles.find(volunteerId),
                qualifications.list(volunteerId).stream()
                        .map(q -> new Qualification(
                                q.name().zh(),
                                q.evidence(),
                                q.validUntil(),
                                q.state().name(),
                                q.statedAt(),
                                q.decidedAt(),
                                q.reason()))
                        .toList(),
                changes.of(volunteerId).stream()
                        .map(c -> new Change(c.at(), c.to().name(), c.why()))
                        .toList(),
                cases.of(volunteerId).stream()
                        .map(c -> new CaseLine(
                                c.kind().name(), c.statement(), c.openedAt(), c.decidedAt(), c.approved(), c.reason()))
                        .toList(),
                pictures.sides(volunteerId),
                pictures.portrait(volunteerId)
                        .map(jpeg -> Base64.getEncoder().encodeToString(jpeg))
                        .orElse(null));
    }

    record Registry(
            String number,
            @Nullable String nationalNumber,
            String name,
            String documentType,
            String documentNumber,
            LocalDate birthDate,
            String sex,
            String residence,
            String state,
            String registeredBy,
            Instant registeredAt,
            ProfileView profile,
            List<Qualification> qualifications,
            List<Change> history,
            List<CaseLine> cases,
            Map<DocumentPictures.Side, Instant> documentPictures,
            @Nullable String portraitJpeg) {}

    record Qualification(
            String name,
            String evidence,
            @Nullable LocalDate validUntil,
            String state,
            Instant statedAt,
            @Nullable Instant decidedAt,
            @Nullable String reason) {}

    record Change(Instant at, String state, String why) {}

    record CaseLine(
            String kind,
            String statement,
            Instant openedAt,
            @Nullable Instant decidedAt,
            @Nullable Boolean approved,
            @Nullable String reason) {}
}
