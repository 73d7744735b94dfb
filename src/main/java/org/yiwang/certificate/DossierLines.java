package org.yiwang.certificate;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.certificate.CertificateContent.DossierLine;
import org.yiwang.dossier.Dossier;
import org.yiwang.dossier.Dossiers;
import org.yiwang.dossier.EntryMark;
import org.yiwang.dossier.EntryState;

/** Training and commendations for a certificate: what is on record here, or was proved by the issuer it came from. */
@Component
class DossierLines {

    private final Dossiers dossiers;

    DossierLines(Dossiers dossiers) {
        this.dossiers = dossiers;
    }

    /** The latest first. */
    List<DossierLine> of(long volunteerId, @Nullable LocalDate from, @Nullable LocalDate to) {
        Dossier all = dossiers.of(volunteerId);
        Stream<DossierLine> trainings = all.trainings().stream()
                .filter(t -> counts(t.mark()))
                .map(t -> new DossierLine(
                        t.facts().date(),
                        "training",
                        t.facts().name(),
                        t.facts().host(),
                        t.mark().entryId()));
        Stream<DossierLine> commendations = all.commendations().stream()
                .filter(c -> counts(c.mark()))
                .map(c -> new DossierLine(
                        c.facts().date(),
                        "commendation",
                        c.facts().name(),
                        c.facts().awardingUnit(),
                        c.mark().entryId()));
        return Stream.concat(trainings, commendations)
                .filter(l -> (from == null || !l.date().isBefore(from))
                        && (to == null || !l.date().isAfter(to)))
                .sorted(Comparator.comparing(DossierLine::date).reversed())
                .toList();
    }

    private static boolean counts(EntryMark mark) {
        var origin = mark.origin();
        return mark.state() == EntryState.RECORDED && (origin == null || origin.verified());
    }
}
