package org.yiwang.certificate;

import java.time.Clock;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yiwang.dossier.DossierEvent;
import org.yiwang.notification.Notice;
import org.yiwang.notification.Notifications;
import org.yiwang.record.RecordEvent;
import org.yiwang.volunteer.Volunteers;

/**
 * A certificate is true as long as everything in it is: it becomes void in the moment in which a record of it, or a training
 * or commendation, is replaced or void. While a record is frozen by a case it is under review and nothing more: a case can be opened without proof.
 */
@Component
class VoidWithRecords {

    private final CertificateStore store;
    private final Checks checks;
    private final Volunteers volunteers;
    private final Notifications notifications;
    private final Clock clock;

    VoidWithRecords(
            CertificateStore store, Checks checks, Volunteers volunteers, Notifications notifications, Clock clock) {
        this.store = store;
        this.checks = checks;
        this.volunteers = volunteers;
        this.notifications = notifications;
        this.clock = clock;
    }

    @EventListener
    void on(RecordEvent.CeasedToCount event) {
        store.lock(event.volunteerId());
        store.numbersWith(event.volunteerId(), event.recordId()).forEach(checks::forget);
    }

    @EventListener
    void on(RecordEvent.Ended event) {
        store.lock(event.volunteerId());
        tell(event.volunteerId(), store.declareVoidWith(event.volunteerId(), event.recordId(), clock.instant()));
    }

    @EventListener
    void on(DossierEvent.Ended event) {
        store.lock(event.volunteerId());
        tell(event.volunteerId(), store.declareVoidWithEntry(event.volunteerId(), event.entryId(), clock.instant()));
    }

    private void tell(long volunteerId, List<String> ended) {
        for (String number : ended) {
            checks.forget(number);
            notifications.tell(
                    volunteers.get(volunteerId).contactAccountId(),
                    new Notice("notice.certificate.void", List.of(number), "/me/certificates/" + number, false));
        }
    }
}
