package org.yiwang.activity;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.account.AccountView;
import org.yiwang.account.Accounts;
import org.yiwang.account.AuditTrail;
import org.yiwang.activity.ActivityView.State;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;

/** What every command on an activity does alike: lock it, check the scope, take the step, write it, note who and why. */
@Component
class ActivityBook {

    private final ActivityStore store;
    private final DecisionStore decisions;
    private final ActivityCache cache;
    private final ActivityNames names;
    private final AuditTrail audit;
    private final Accounts accounts;
    private final Clock clock;

    ActivityBook(
            ActivityStore store,
            DecisionStore decisions,
            ActivityCache cache,
            ActivityNames names,
            AuditTrail audit,
            Accounts accounts,
            Clock clock) {
        this.store = store;
        this.decisions = decisions;
        this.cache = cache;
        this.names = names;
        this.audit = audit;
        this.accounts = accounts;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    Clock clock() {
        return clock;
    }

    /** The activity, locked, if the permission covers it and the step can be taken from its state. */
    Activity open(Actor actor, Permission permission, long activityId, Step step) {
        Activity activity = store.lock(activityId).orElseThrow(() -> new Refusal(ActivityProblem.UNKNOWN));
        actor.require(permission, activity.draft().region(), activity.ancestors());
        step.from(activity.state());
        cache.written(activityId);
        return activity;
    }

    /** Reads an activity again after its posts or shifts were written. */
    Activity again(long activityId) {
        return store.find(activityId).orElseThrow(() -> new Refusal(ActivityProblem.UNKNOWN));
    }

    void insert(Activity activity) {
        store.insert(activity, names.searchText(activity));
        cache.written(activity.id());
    }

    /** Writes the activity as it is, in the state it is in. */
    void save(Activity activity) {
        store.update(activity, names.searchText(activity));
        cache.written(activity.id());
    }

    /** Takes the step, writes the activity in its new state and with its new marks, and notes who and why. */
    void take(Step step, Actor actor, Activity activity, @Nullable String reason, @Nullable Basis basis) {
        State to = step.from(activity.state());
        save(activity.in(to));
        decisions.insert(
                activity.id(), new Decision(step, activity.state(), to, actor.accountId(), now(), reason, basis));
        audit.write(
                actor,
                "activity." + step.name().toLowerCase(Locale.ROOT),
                "activity:" + Ids.text(activity.id()),
                reason);
    }

    List<Decision> decisions(long activityId) {
        return decisions.list(activityId);
    }

    /** The steps so far, with the names of those who took them. */
    List<StepView> steps(long activityId) {
        List<Decision> taken = decisions.list(activityId);
        Map<Long, AccountView> people =
                accounts.getAll(taken.stream().map(Decision::accountId).toList());
        return taken.stream()
                .map(d -> new StepView(
                        d.step().name().toLowerCase(Locale.ROOT),
                        d.to(),
                        name(people.get(d.accountId())),
                        d.at(),
                        d.reason(),
                        d.basis() == null ? List.of() : d.basis().hints()))
                .toList();
    }

    private static String name(@Nullable AccountView account) {
        return account == null ? Actor.SYSTEM.name() : account.name();
    }

    static String reason(@Nullable String reason) {
        String text = reason == null ? "" : reason.strip();
        if (text.codePointCount(0, text.length()) < 2) {
            throw new Refusal(ActivityProblem.REASON_MISSING).at("reason");
        }
        if (text.length() > 1000) {
            throw new Refusal(ActivityProblem.TEXT_TOO_LONG, 1000).at("reason");
        }
        return text;
    }
}
