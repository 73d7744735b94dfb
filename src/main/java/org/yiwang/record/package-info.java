/**
 * Service records: append-only, with their evidence; pending until the activity is closed, on public
 * notice for some days, effective afterwards; corrections supersede, and those that lower a record are told first.
 *
 * <p>Tables: {@code record_*}. {@code record_entry} and {@code record_step} are the truth; {@code record_current} and the
 * totals follow from them ({@code rebuild standings}, {@code rebuild totals}), except for two facts that only {@code
 * record_current} keeps: when a record begins to count by now, and who stood above its organization. {@code record_clock}
 * is state of its own: which leader was reminded when stands nowhere else.
 *
 * <p>Events: publishes {@code RecordEvent}; listens to {@code AttendanceEvent}, {@code ActivityEvent} and {@code
 * OrganizationEvent.Moved}.
 *
 * <p>Modules above read what counts through {@code EffectiveRecords}, {@code PersonHours} and {@code TeamYears}.
 *
 * <p>Asks modules above through {@code Grades}, {@code OpenCases}, {@code HandMadeTime}, {@code RecordSources}, {@code
 * Departures} and {@code CaseTrail}; answers {@code signup.ServiceHours} and {@code volunteer.PersonalExport}.
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
