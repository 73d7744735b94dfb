package org.yiwang.certificate;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.account.AuditTrail;
import org.yiwang.certificate.CertificateStore.Row;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Refusal;
import org.yiwang.record.RecordView;
import org.yiwang.record.Sealing;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/**
 * Certificates of one's own service, or a ward's: made at once and free, from records that count (Order 67 art. 14 and 15).
 * A stranger's number is answered as one that does not exist.
 */
@Component
public class Certificates {

    private static final int LIST_SIZE = 200;

    /** How long a desk may print what it made for somebody. */
    static final Duration AT_THE_DESK = Duration.ofHours(24);

    private final CertificateStore store;
    private final Issuing issuing;
    private final CountedHere counted;
    private final Checks checks;
    private final Sealing sealing;
    private final Volunteers volunteers;
    private final AuditTrail audit;
    private final Clock clock;

    Certificates(
            CertificateStore store,
            Issuing issuing,
            CountedHere counted,
            Checks checks,
            Sealing sealing,
            Volunteers volunteers,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.issuing = issuing;
        this.counted = counted;
        this.checks = checks;
        this.sealing = sealing;
        this.volunteers = volunteers;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes a certificate as of now. Refuses with {@code volunteer.not-yours}, {@code volunteer.not-valid} and
     * {@code certificate.no-records}, {@code .moved-out}, {@code .period-backwards}, {@code .too-many-records}, {@code .too-many-today}, and in
     * the seconds in which another node seals a service with {@code .not-sealed}. Asked
     * twice within ten minutes for the same, it is the same certificate.
     */
    @Transactional
    public Certificate issue(Actor actor, long volunteerId, CertificateScope scope) {
        VolunteerView person = volunteers.require(actor, volunteerId);
        return issuing.issue(actor, person, scope, null);
    }

    /** Those made for a person, the newest first. */
    public List<CertificateLine> list(Actor actor, long volunteerId) {
        volunteers.require(actor, volunteerId);
        return store.list(volunteerId, LIST_SIZE);
    }

    /**
     * A unit that recorded service of a person.
     *
     * @param key what a certificate is limited to it by, in forms
     * @param name its name, which another may bear too
     * @param records how many services it recorded that count
     */
    public record Unit(String key, String name, int records) {}

    /** Units that recorded service of the person that counts, by name: what a certificate may be limited to. */
    public List<Unit> organizations(Actor actor, long volunteerId) {
        volunteers.require(actor, volunteerId);
        Map<String, Unit> units = new HashMap<>();
        for (RecordView record : counted.of(volunteerId)) {
            units.merge(
                    CertificateScope.unit(record),
                    new Unit(CertificateScope.unit(record), record.organizationName(), 1),
                    (before, _) -> new Unit(before.key(), before.name(), before.records() + 1));
        }
        return units.values().stream()
                .sorted(Comparator.comparing(Unit::name).thenComparing(Unit::key))
                .toList();
    }

    /** Which platform certifies hours of the person because they moved there; empty for most. */
    public Optional<MovedTo> movedTo(Actor actor, long volunteerId) {
        volunteers.require(actor, volunteerId);
        return counted.movedTo(volunteerId);
    }

    /**
     * One certificate: for its owner or the guardian, and for a day for the desk that made it. Refuses with
     * {@code certificate.unknown}.
     */
    public Certificate get(Actor actor, String number) {
        return issuing.view(own(actor, number, true));
    }

    /**
     * What proves, against the head that stands in a certificate, that each service in it is in the sealed log; by record.
     * Empty for certificates from before leaves were noted. For its owner or the guardian; refuses with {@code
     * certificate.unknown}.
     */
    @Transactional(readOnly = true)
    public Map<Long, Sealing.Sealed> proofs(Actor actor, String number) {
        Certificate certificate = issuing.view(own(actor, number, false));
        CertificateContent content = certificate.content();
        CertificateContent.Log head = content.log();
        if (head == null) {
            return Map.of();
        }
        List<Long> leaves = content.services().stream()
                .flatMap(s -> Stream.ofNullable(s.leaf()))
                .toList();
        return sealing.proofs(certificate.volunteerId(), leaves, head.size());
    }

    /** Its owner wants it not to count any more; refuses with {@code certificate.already-void}. */
    @Transactional
    public void declareVoid(Actor actor, String number) {
        Row row = own(actor, number, false);
        if (!store.declareVoid(row, clock.instant(), actor.accountId())) {
            throw new Refusal(CertificateProblem.ALREADY_VOID);
        }
        audit.write(actor, "certificate.void", "certificate:" + CertificateNumber.tidy(number), null);
        checks.forget(CertificateNumber.tidy(number));
    }

    private Row own(Actor actor, String number, boolean orDesk) {
        return store.find(CertificateNumber.tidy(number))
                .filter(row -> volunteers.mayActFor(actor, volunteers.get(row.volunteerId()))
                        || orDesk && isFromThisDesk(actor, row))
                .orElseThrow(() -> new Refusal(CertificateProblem.UNKNOWN));
    }

    private boolean isFromThisDesk(Actor actor, Row row) {
        return row.onBehalf()
                && row.issuedBy() == actor.accountId()
                && row.issuedAt().plus(AT_THE_DESK).isAfter(clock.instant());
    }
}
