/**
 * Applying for a shift, acceptance, waiting list, withdrawal, invitation, no-show. Never oversold: the database refuses.
 *
 * <p>Applications that arrive together are committed together ({@code Combiner}, ADR 0006). Invariants: at most as many
 * places given as a shift has (conditional update and check); one live sign-up per person and shift (unique index); no
 * two places of one person at the same time (exclusion constraint of {@code signup_commitment}); one order of waiting
 * per shift (numbers given under the lock of {@code signup_shift}). Every change of a standing happens under that lock.
 *
 * <p>Tables: {@code signup_*}. {@code signup} is the truth; the counters of {@code signup_shift} and all of {@code
 * signup_commitment} follow from it ({@code rebuild places}).
 *
 * <p>Events: listens to {@code ActivityEvent} and {@code VolunteerEvent}; publishes {@code SignUpEvent}. Thousands of those
 * may come from one transaction of a rush: listen with a plain {@code @EventListener}, or ask this module, but do not
 * register each.
 *
 * <p>Asks modules above through {@code ServiceHours}; answers {@code volunteer.PersonalExport}.
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
            "activity"
        })
package org.yiwang.signup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
