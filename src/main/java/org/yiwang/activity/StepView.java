package org.yiwang.activity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.activity.ActivityView.State;

/**
 * A step of an activity as its organizer and reviewers see it.
 *
 * @param step its name, end of a message key
 * @param to state after it
 * @param by who did it
 * @param at when
 * @param reason why, null where none was asked for
 * @param hints words found then that hint at something that is no service
 */
public record StepView(
        String step,
        State to,
        String by,
        Instant at,
        @Nullable String reason,
        List<String> hints) {}
