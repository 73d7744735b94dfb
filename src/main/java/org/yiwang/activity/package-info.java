/**
 * Project library, activities with posts and shifts, review, publication, changes, closing with a summary.
 *
 * <p>Entry points: {@code Activities} for the modules above, {@code ActivityDrafts} and {@code ActivityDesk} for
 * organizers, {@code ActivityReview} for offices, {@code ActivitySearch} and {@code Projects} for everybody.
 *
 * <p>Tables: {@code activity}, {@code activity_*}. Rules: {@code activity.*}.
 *
 * <p>Events: publishes {@code ActivityEvent}; listens to {@code OrganizationEvent.Moved}.
 *
 * <p>Always true: nothing is public without its risk note, and from risk level 2 on not without insurance and never for
 * minors; it is public before it starts; it is closed by a summary after its last shift; every step has its dated row.
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
            "volunteer"
        })
package org.yiwang.activity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
