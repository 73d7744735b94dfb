package org.yiwang.certificate;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.account.AuditTrail;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.notification.Notice;
import org.yiwang.notification.Notifications;
import org.yiwang.volunteer.VolunteerView;
import org.yiwang.volunteer.Volunteers;

/**
 * Certificates that staff of a community or station make for somebody who cannot (Order 67 art. 12). The person is told,
 * and the look is noted with its purpose.
 */
@Component
public class CertificateDesk {

    private final CertificateStore store;
    private final Issuing issuing;
    private final Volunteers volunteers;
    private final Notifications notifications;
    private final AuditTrail audit;
    private final Clock clock;

    CertificateDesk(
            CertificateStore store,
            Issuing issuing,
            Volunteers volunteers,
            Notifications notifications,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.issuing = issuing;
        this.volunteers = volunteers;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes a certificate for a volunteer of one's own area who stands at the desk with the card. Needs
     * {@code VOLUNTEER_REGISTER} where the person lives. Refuses with {@code certificate.nobody} unless number and name
     * belong to one person in reach, {@code certificate.purpose-needed}, and as {@link Certificates#issue} does.
     *
     * @param why who asked and why not on the own phone; noted
     */
    @Transactional
    public Certificate issueFor(Actor actor, String volunteerNumber, String name, CertificateScope scope, String why) {
        if (why.isBlank()) {
            throw new Refusal(CertificateProblem.PURPOSE_NEEDED).at("why");
        }
        VolunteerView person = volunteers
                .findByNumber(volunteerNumber)
                .filter(v -> Names.same(v.name(), name))
                .filter(v -> actor.reach(Permission.VOLUNTEER_REGISTER).covers(v.residence(), List.of()))
                .orElseThrow(() -> new Refusal(CertificateProblem.NOBODY).at("number"));
        Certificate certificate = issuing.issue(actor, person, scope, why.strip());
        String number = certificate.content().number();
        audit.write(actor, "certificate.issue-for", "certificate:" + number, why.strip(), person.residence());
        notifications.tell(
                person.contactAccountId(),
                new Notice("notice.certificate.for-you", List.of(number), "/me/certificates/" + number, false));
        return certificate;
    }

    /** What this person made for others in the last day. */
    public List<CertificateLine> made(Actor actor) {
        return store.madeBy(actor.accountId(), clock.instant().minus(Certificates.AT_THE_DESK));
    }
}
