/**
 * Cases about records: objections of volunteers, reports by anyone, and "that was not me"; answered within 10 working
 * days, escalated when late (Order 67 art. 13, 20).
 *
 * <p>Tables: {@code objection_*}. {@code objection_case} is state of its own, with what was said and until when somebody must
 * answer; {@code objection_step} tells how it came to that.
 *
 * <p>Events: listens to {@code TrustEvent.NotThere}, which opens a case, and to {@code OrganizationEvent.Moved}.
 *
 * <p>Answers {@code record.OpenCases}, {@code record.CaseTrail}, {@code trust.DecidedCases}, {@code trust.CasesOfCalls} and
 * {@code volunteer.PersonalExport}.
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
            "trust"
        })
package org.yiwang.objection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
