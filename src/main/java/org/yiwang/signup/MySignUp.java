package org.yiwang.signup;

import org.jspecify.annotations.Nullable;
import org.yiwang.activity.ActivityView;
import org.yiwang.activity.ShiftView;
import org.yiwang.kernel.Period;

/**
 * A sign-up as the person sees it.
 *
 * @param signUp where it stands
 * @param period when the shift is
 * @param activity the activity, null if it can no longer be read
 * @param shift the shift with its post, null if it is no longer there
 * @param offered whether the place came from the waiting list and the person has not answered yet
 * @param words what the organizer wrote with the invitation, null if it is none
 */
public record MySignUp(
        SignUpView signUp,
        Period period,
        @Nullable ActivityView activity,
        @Nullable ShiftView shift,
        boolean offered,
        @Nullable String words) {}
