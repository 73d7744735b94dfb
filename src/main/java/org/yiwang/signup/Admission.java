package org.yiwang.signup;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yiwang.activity.Activities;
import org.yiwang.activity.ActivityView;
import org.yiwang.activity.ActivityView.RecruitScope;
import org.yiwang.activity.Conditions;
import org.yiwang.activity.ShiftView;
import org.yiwang.kernel.Actor;
import org.yiwang.organization.Organizations;

/**
 * Looks up, before an application joins the others, what only some activities ask for: a pass-code, membership, own
 * hours. An open activity without conditions costs no query here.
 */
@Component
class Admission {

    private final Activities activities;
    private final ActivityCache cache;
    private final Organizations organizations;
    private final PassTries tries;
    private final ObjectProvider<ServiceHours> hours;

    Admission(
            Activities activities,
            ActivityCache cache,
            Organizations organizations,
            PassTries tries,
            ObjectProvider<ServiceHours> hours) {
        this.activities = activities;
        this.cache = cache;
        this.organizations = organizations;
        this.tries = tries;
        this.hours = hours;
    }

    Application ask(Actor actor, long volunteerId, Shift.Key shift, @Nullable String passCode, @Nullable String key) {
        ActivityView activity = cache.find(shift.activityId());
        ShiftView post = activity == null ? null : Board.post(activity, shift.shiftId());
        Conditions asked = post == null ? Conditions.NONE : post.conditions();
        return new Application(
                actor.accountId(),
                volunteerId,
                shift,
                activity == null ? RecruitScope.PUBLIC : door(actor, activity, passCode),
                asked.minOwnMinutes() == 0 ? -1 : ownMinutes(volunteerId),
                key == null || key.isBlank() ? null : digest(key));
    }

    private RecruitScope door(Actor actor, ActivityView activity, @Nullable String passCode) {
        boolean open = switch (activity.recruitScope()) {
            case PUBLIC, PRIVATE -> false;
            case PASS_CODE -> passCode != null && !passCode.isBlank() && opens(actor, activity.id(), passCode.strip());
            case TEAMS ->
                activities.invitedTeams(activity.id()).stream()
                        .anyMatch(team -> organizations.isMember(team, actor.accountId()));
        };
        return open ? activity.recruitScope() : RecruitScope.PUBLIC;
    }

    private boolean opens(Actor actor, long activityId, String passCode) {
        if (actor == Actor.SYSTEM) {
            return activities.isPassCode(activityId, passCode);
        }
        tries.count(activityId, actor.accountId());
        boolean right = activities.isPassCode(activityId, passCode);
        if (right) {
            tries.forget(activityId, actor.accountId());
        }
        return right;
    }

    private long ownMinutes(long volunteerId) {
        ServiceHours records = hours.getIfAvailable();
        return records == null ? 0 : records.effectiveMinutes(volunteerId);
    }

    /** 64 bits tell the keys of one person and shift apart. */
    static long digest(String key) {
        try {
            byte[] bytes =
                    MessageDigest.getInstance("SHA-256").digest(key.strip().getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(bytes).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
