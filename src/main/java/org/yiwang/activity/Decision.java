package org.yiwang.activity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yiwang.activity.ActivityView.State;

/**
 * One step of an activity.
 *
 * @param step what was done
 * @param from state before
 * @param to state after
 * @param accountId who did it; 0 for the program
 * @param at when
 * @param reason why, where a reason is asked for
 * @param basis on what it was decided, null for steps that decide nothing
 */
record Decision(
        Step step,
        State from,
        State to,
        long accountId,
        Instant at,
        @Nullable String reason,
        @Nullable Basis basis) {}
