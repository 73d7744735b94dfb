/**
 * Codes, scans, rosters: who came when, and who left when, with the evidence.
 *
 * <p>Tables: {@code attendance_*}. {@code attendance_pair} is the truth; {@code attendance_open} follows from it ({@code
 * rebuild check-ins}).
 *
 * <p>Events: publishes {@code AttendanceEvent}; listens to {@code ActivityEvent.CutShort}.
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
            "signup"
        })
package org.yiwang.attendance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
