/**
 * The other statutory groups of a volunteer's record: basic, training, commendation and evaluation (Order 67 art. 5, 8,
 * 9, 10), and what team and volunteer say of each other after service.
 *
 * <p>Tables: {@code dossier_*}. {@code dossier_standing} is state of its own: who recorded and who objects until when stands
 * nowhere else; {@code dossier_step} tells how it came to that. So are {@code dossier_window} and {@code dossier_turn}: until
 * when both sides may speak, and what was said.
 *
 * <p>Events: publishes {@link org.yiwang.dossier.DossierEvent}; listens to {@code ActivityEvent.Closed}, from which on both
 * sides may speak.
 *
 * <p>Answers {@code organization.PublicVoices} and {@code volunteer.PersonalExport}.
 *
 * <p>Invariants: entries are append-only; one live evaluation for each service; neither side sees the other's words before
 * both have spoken or 30 days are over; volunteers' voices are shown as sums only; nobody decides in their own matter.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform",
            "web",
            "notification",
            "region",
            "rules",
            "account",
            "organization",
            "volunteer",
            "activity",
            "signup",
            "attendance",
            "record"
        })
package org.yiwang.dossier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
