package org.yiwang.certificate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.yiwang.certificate.CertificateContent.DossierLine;
import org.yiwang.certificate.CertificateStore.Issue;
import org.yiwang.certificate.CertificateStore.Row;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.record.Grades;
import org.yiwang.record.RecordCases;
import org.yiwang.record.RecordKey;
import org.yiwang.record.RecordView;
import org.yiwang.record.Sealing;
import org.yiwang.record.TrustGrade;
import org.yiwang.region.Regions;
import org.yiwang.rules.Rules;
import org.yiwang.seal.SealedLog;
import org.yiwang.seal.Signatures;
import org.yiwang.volunteer.PersonalData;
import org.yiwang.volunteer.VolunteerProblem;
import org.yiwang.volunteer.VolunteerView;
import tools.jackson.databind.json.JsonMapper;

/** Makes certificates of the records that count now. Whoever calls has checked that the actor may. */
@Component
class Issuing {

    /** A button pressed twice gives the same certificate. */
    private static final Duration SAME = Duration.ofMinutes(10);

    private static final JsonMapper JSON = new JsonMapper();

    private final CertificateStore store;
    private final RecordCases records;
    private final CountedHere counted;
    private final Sealing sealing;
    private final ObjectProvider<Grades> grades;
    private final DossierLines dossier;
    private final PersonalData data;
    private final SealedLog log;
    private final Signatures signatures;
    private final Regions regions;
    private final Rules rules;
    private final Clock clock;
    private final String address;

    Issuing(
            CertificateStore store,
            RecordCases records,
            CountedHere counted,
            Sealing sealing,
            ObjectProvider<Grades> grades,
            DossierLines dossier,
            PersonalData data,
            SealedLog log,
            Signatures signatures,
            Regions regions,
            Rules rules,
            Clock clock,
            @Value("${yiwang.address:http://localhost:8080}") String address) {
        this.store = store;
        this.records = records;
        this.counted = counted;
        this.sealing = sealing;
        this.grades = grades;
        this.dossier = dossier;
        this.data = data;
        this.log = log;
        this.signatures = signatures;
        this.regions = regions;
        this.rules = rules;
        this.clock = clock;
        this.address = address;
    }

    Certificate issue(Actor actor, VolunteerView person, CertificateScope wish, @Nullable String onBehalf) {
        if (person.state() != VolunteerView.State.VALID) {
            throw new Refusal(VolunteerProblem.NOT_VALID);
        }
        if (wish.from() != null && wish.to() != null && wish.to().isBefore(wish.from())) {
            throw new Refusal(CertificateProblem.PERIOD_BACKWARDS).at("to");
        }
        store.lock(person.id());
        List<RecordView> chosen = counted.chosen(person.id(), wish);
        CertificateScope scope = wish.named(chosen);
        List<DossierLine> lines = scope.dossier() ? dossier.of(person.id(), scope.from(), scope.to()) : List.of();
        CertificateLimits limits =
                rules.current(CertificateLimits.KEY, CertificateLimits.class).value();
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Optional<Certificate> same = check(person, scope, new Basis(chosen, lines), limits, now);
        if (same.isPresent() && onBehalf == null) {
            return same.get();
        }
        CertificateContent content = content(person, scope, new Basis(chosen, lines), limits, now);
        String json = JSON.writeValueAsString(content);
        byte[] hash = sha256(json);
        byte[] payload = SignedCode.payload(content, hash);
        Signatures.Signed signed = signatures.sign(SignedCode.PURPOSE, payload);
        store.insert(new Issue(
                person.id(),
                Ids.next(),
                content,
                json,
                hash,
                payload,
                signed.key().id(),
                signed.plain(),
                ids(chosen),
                new Basis(chosen, lines).entries(),
                actor.accountId(),
                onBehalf));
        return view(store.find(content.number()).orElseThrow());
    }

    /** The certificate in a row. */
    Certificate view(Row row) {
        String code = SignedCode.text(row.keyId(), row.signature(), row.payload());
        return new Certificate(
                row.volunteerId(),
                JSON.readValue(row.json(), CertificateContent.class),
                HexFormat.of().formatHex(row.hash()),
                code,
                address + "/verify/offline#" + code,
                row.voidSince(),
                row.voidByOwner(),
                row.voidSince() == null
                        ? records.frozenSince(row.volunteerId(), row.records()).orElse(null)
                        : null,
                counted.movedTo(row.volunteerId(), row.records()).orElse(null));
    }

    /** What a certificate rests on. */
    private record Basis(List<RecordView> records, List<DossierLine> lines) {

        List<Long> entries() {
            return lines.stream()
                    .flatMap(l -> Stream.ofNullable(l.entryId()))
                    .sorted()
                    .toList();
        }
    }

    private Optional<Certificate> check(
            VolunteerView person, CertificateScope scope, Basis basis, CertificateLimits limits, Instant now) {
        if (basis.records().size() > limits.mostRecords()) {
            throw new Refusal(CertificateProblem.TOO_MANY_RECORDS, limits.mostRecords()).at("from");
        }
        Optional<Certificate> same = store.findSame(person.id(), ids(basis.records()), basis.entries(), now.minus(SAME))
                .map(this::view)
                .filter(c -> c.content().scope().equals(scope));
        Instant midnight = LocalDate.now(clock).atStartOfDay(clock.getZone()).toInstant();
        if (same.isEmpty() && store.countSince(person.id(), midnight) >= limits.mostPerDay()) {
            throw new Refusal(CertificateProblem.TOO_MANY_TODAY, limits.mostPerDay());
        }
        return same;
    }

    private CertificateContent content(
            VolunteerView person, CertificateScope scope, Basis basis, CertificateLimits limits, Instant now) {
        List<RecordView> chosen = basis.records();
        Map<RecordKey, TrustGrade> known = grades(chosen);
        Sums sums = new Sums();
        chosen.forEach(r -> sums.add(r, known.get(r.key())));
        Map<Long, Long> leaves = leaves(person.id(), chosen);
        return new CertificateContent(
                CertificateNumber.make(LocalDate.ofInstant(now, clock.getZone())),
                now,
                regions.city().name(),
                new CertificateContent.Person(person.name(), person.number(), data.documentTail(person.id())),
                scope,
                chosen.getLast().serviceDate(),
                chosen.getFirst().serviceDate(),
                chosen.size(),
                sums.time(),
                sums.grades(),
                sums.units(),
                chosen.stream()
                        .limit(limits.mostInPdf())
                        .map(r -> Sums.service(r, known.get(r.key()), Objects.requireNonNull(leaves.get(r.recordId()))))
                        .toList(),
                basis.lines(),
                log.head()
                        .map(h -> new CertificateContent.Log(h.size(), h.root().toString()))
                        .orElse(null));
    }

    /** The leaves on which the services rest: no certificate is made of what the log does not say. */
    private Map<Long, Long> leaves(long volunteerId, List<RecordView> chosen) {
        Map<Long, Long> leaves = sealing.sealNow(volunteerId);
        if (!chosen.stream().allMatch(r -> leaves.containsKey(r.recordId()))) {
            throw new Refusal(CertificateProblem.NOT_SEALED);
        }
        return leaves;
    }

    private Map<RecordKey, TrustGrade> grades(List<RecordView> chosen) {
        Grades known = grades.getIfAvailable();
        return known == null
                ? Map.of()
                : known.of(chosen.stream().map(RecordView::key).toList());
    }

    private static List<Long> ids(List<RecordView> chosen) {
        return chosen.stream().map(RecordView::recordId).sorted().toList();
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
