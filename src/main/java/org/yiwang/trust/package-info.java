/**
 * How far each service record can be trusted: grades from evidence (A to D), spot checks of random samples, organizers'
 * honesty in them, and sanctions for false hours.
 *
 * <p>Tables: {@code trust_*}.
 *
 * <p>Events: publishes {@code TrustEvent}; listens to {@code RecordEvent}, {@code ActivityEvent.Closed} and {@code
 * AttendanceEvent}.
 *
 * <p>Asks modules above through {@code DecidedCases} and {@code CasesOfCalls}; answers {@code record.Grades} and {@code
 * volunteer.PersonalExport}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform",
            "web",
            "seal",
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
package org.yiwang.trust;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
