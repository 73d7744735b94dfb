/**
 * How far each service record can be trusted: grades from evidence (A to D), spot checks of random samples, organizers'
 * honesty in them, and sanctions for false hours.
 *
 * <p>Tables: {@code trust_*}.
 *
 * <p>Events: listens to {@code RecordEvent}, {@code ActivityEvent} and {@code AttendanceEvent}; publishes none. Implements {@code record.Grades}.
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
