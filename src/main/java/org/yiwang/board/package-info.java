/**
 * Leaderboards by week, month, year and all time, of any region, organization and category, for those who take part
 * (domain F10).
 *
 * <p>Tables: {@code board} and {@code board_*}. All but {@code board_member} follow from records and residences ({@code
 * rebuild boards}).
 *
 * <p>Events: listens to {@code RecordEvent} and {@code VolunteerEvent}; answers {@code volunteer.PersonalExport}.
 *
 * <p>Invariants: nothing is kept of people who do not take part; what is shown is of one state and never old.
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
package org.yiwang.board;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
