package org.yiwang.demo;

import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.yiwang.certificate.Certificate;
import org.yiwang.certificate.CertificateDesk;
import org.yiwang.certificate.CertificateScope;
import org.yiwang.certificate.Certificates;
import org.yiwang.kernel.Actor;
import org.yiwang.record.Sealing;
import org.yiwang.volunteer.VolunteerView;

/** The volunteer of the cast has certificates: one to open, one that is void; a neighbour got one at the desk. */
@Component
@ConditionalOnProperty("yiwang.demo")
class DemoCertificates {

    private final DemoActors actors;
    private final Certificates certificates;
    private final CertificateDesk desk;
    private final Sealing sealing;

    DemoCertificates(DemoActors actors, Certificates certificates, CertificateDesk desk, Sealing sealing) {
        this.actors = actors;
        this.certificates = certificates;
        this.desk = desk;
        this.sealing = sealing;
    }

    /** After the records of the city have come to count. */
    void play(Town town) {
        DemoStage.scene("certificates", () -> certificates(town));
    }

    private void certificates(Town town) {
        // They rest on a state of the log: so there is one.
        sealing.seal();
        VolunteerView me = town.of(Cast.VOLUNTEER);
        Actor actor = actors.of(Cast.VOLUNTEER);
        List<Certificates.Unit> units = certificates.organizations(actor, me.id());
        if (units.isEmpty()) {
            return;
        }
        Certificate old = certificates.issue(
                actor,
                me.id(),
                CertificateScope.EVERYTHING.ofUnit(units.getFirst().key()));
        certificates.declareVoid(actor, old.content().number());
        certificates.issue(actor, me.id(), CertificateScope.EVERYTHING);
        desk.issueFor(actors.of(Cast.COMMUNITY), me.number(), me.name(), CertificateScope.EVERYTHING, "本人持证到窗口，手机没电");
    }
}
