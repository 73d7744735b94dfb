/**
 * Service records: append-only, with their evidence; pending until the activity is closed, on public
 * notice for some days, effective afterwards; corrections supersede, and those that lower a record are told first.
 *
 * <p>Tables: {@code record_*}.
 *
 * <p>Events: listens to {@code AttendanceEvent}, {@code ActivityEvent} and {@code OrganizationEvent}; publishes {@code RecordEvent}.
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
            "seal"
        })
package org.yiwang.record;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
