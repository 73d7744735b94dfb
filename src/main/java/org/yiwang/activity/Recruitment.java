package org.yiwang.activity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.activity.ActivityView.RecruitScope;

/**
 * Who may sign up, and when.
 *
 * @param from first moment, null for: from publication on
 * @param to last moment, null for: until the last shift starts
 * @param scope who
 * @param passCode up to six letters or digits, for scope {@code PASS_CODE}; kept sealed
 * @param teams organizations whose own members may, those of teams below not, for scope {@code TEAMS}
 * @param reviewed whether sign-ups wait for the organizer's decision
 */
public record Recruitment(
        @Nullable Instant from,
        @Nullable Instant to,
        RecruitScope scope,
        @Nullable String passCode,
        List<Long> teams,
        boolean reviewed) {

    /** Anyone, at once, until the last shift starts. */
    public static final Recruitment OPEN = new Recruitment(null, null, RecruitScope.PUBLIC, null, List.of(), false);
}
