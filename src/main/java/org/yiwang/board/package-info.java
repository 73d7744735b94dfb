/**
 * Leaderboards by week, month, year and all time, of any region, organization and category, for those who take part
 * (domain F10).
 *
 * <p>Tables: {@code board_*}.
 *
 * <p>Events: none.
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
