/**
 * Moving on: transfer between districts and platforms, and the portable passport (Regulations on voluntary service
 * records 2012, domain F11, N1).
 *
 * <p>Tables: {@code exchange_*}. None is a projection: what was claimed, decided, proposed and moved stands nowhere else;
 * {@code exchange_transfer_step} tells how a transfer came to its state.
 *
 * <p>Events: listens to {@code RecordEvent.CeasedToCount}, with which passports made before hold no longer, to {@code
 * RecordEvent.Ended}, with which a doubted record is settled, and to {@code RecordEvent.ProposalWithdrawn}, with which it is undecided again.
 *
 * <p>Answers {@code certificate.Moves}, {@code record.Departures} and {@code volunteer.PersonalExport}.
 *
 * <p>Invariants: a record that was made here never comes back as a new one; a platform is trusted, and a record of one that
 * is trusted no longer becomes void, only with a second officer; whoever pinned a key decides nothing about what came by it.
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
            "record",
            "seal",
            "trust",
            "dossier",
            "certificate"
        })
package org.yiwang.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
