package org.yiwang.signup;

import org.jspecify.annotations.Nullable;
import org.yiwang.activity.ActivityView.RecruitScope;

/**
 * A wish to have a place, with what was looked up before it joined the others.
 *
 * @param accountId who applies; 0 is the program itself
 * @param admittedTo the scope whose door the person passed: {@code PASS_CODE} with the right code, {@code TEAMS} as a
 *     member; {@code PUBLIC} where no door was asked for
 * @param ownMinutes effective service minutes if the post asks for any, otherwise -1
 * @param keyDigest of the idempotency key, null without one
 */
record Application(
        long accountId,
        long volunteerId,
        Shift.Key shift,
        RecruitScope admittedTo,
        long ownMinutes,
        @Nullable Long keyDigest) {}
