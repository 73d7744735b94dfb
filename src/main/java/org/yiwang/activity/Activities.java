package org.yiwang.activity;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Permission;

/** Activities as the modules above need them. Writing and publishing is {@code ActivityDesk}'s. */
@Component
public class Activities {

    Activities() {}

    /** The activity; refuses with {@code activity.unknown} if there is none. */
    public ActivityView get(long activityId) {
        throw new IllegalStateException("being built");
    }

    /** The activity. */
    public Optional<ActivityView> find(long activityId) {
        throw new IllegalStateException("being built");
    }

    /** The activity, if the actor's permission covers it; otherwise refuses with {@code access.out-of-scope}. */
    public ActivityView require(Actor actor, Permission permission, long activityId) {
        ActivityView view = get(activityId);
        actor.require(permission, view.region(), view.ancestors());
        return view;
    }

    /** Activities with a shift today or in the next days that the permission reaches, soonest first. */
    public List<ActivityView> listCurrent(Actor actor, Permission permission, int days) {
        throw new IllegalStateException("being built");
    }

    /** Whether the pass-code opens the activity. */
    public boolean isPassCode(long activityId, String passCode) {
        throw new IllegalStateException("being built");
    }

    /** Teams whose members may sign up, for scope {@code TEAMS}. */
    public List<Long> invitedTeams(long activityId) {
        throw new IllegalStateException("being built");
    }

    /** Notes whether any shift still has a free place, for the public list; called only when that flips. */
    public void noteFree(long activityId, boolean free) {
        throw new IllegalStateException("being built");
    }
}
