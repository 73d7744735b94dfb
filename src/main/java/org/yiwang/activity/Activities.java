package org.yiwang.activity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.Refusal;
import org.yiwang.rules.Rules;

/**
 * Activities as the modules above need them. Read from memory; see {@link ActivityCache}. Writing is
 * {@link ActivityDrafts}', running {@link ActivityDesk}'s.
 */
@Component
public class Activities {

    private final ActivityCache cache;
    private final ActivityStore store;
    private final DecisionStore decisions;
    private final ActivityListStore lists;
    private final ActivityNames names;
    private final PassCodes passCodes;
    private final Rules rules;

    Activities(
            ActivityCache cache,
            ActivityStore store,
            DecisionStore decisions,
            ActivityListStore lists,
            ActivityNames names,
            PassCodes passCodes,
            Rules rules) {
        this.cache = cache;
        this.store = store;
        this.decisions = decisions;
        this.lists = lists;
        this.names = names;
        this.passCodes = passCodes;
        this.rules = rules;
    }

    /** The activity; refuses with {@code activity.unknown} if there is none. */
    public ActivityView get(long activityId) {
        return find(activityId).orElseThrow(() -> new Refusal(ActivityProblem.UNKNOWN));
    }

    /** The activity. */
    public Optional<ActivityView> find(long activityId) {
        return cache.find(activityId).map(Activity::view);
    }

    /** All that its page shows; refuses with {@code activity.unknown}. Whether everybody may read it: {@code isPublic()}. */
    public ActivityDetail detail(long activityId) {
        return names.detail(cache.find(activityId).orElseThrow(() -> new Refusal(ActivityProblem.UNKNOWN)));
    }

    /** From which age and risk level on minors do not serve, as the rule holds now; read from memory. */
    public Minors minors() {
        PublicationRule rule =
                rules.current(PublicationRule.KEY, PublicationRule.class).value();
        return new Minors(rule.adultAge(), rule.insuranceFromRiskLevel());
    }

    /** What was corrected since it became public, and whether it was cut short; the last first. */
    public List<PublicChange> changes(long activityId) {
        boolean any =
                cache.find(activityId).map(a -> a.marks().correctedAt() != null).orElse(false);
        return !any
                ? List.of()
                : decisions.list(activityId).reversed().stream()
                        .filter(d -> d.step() == Step.CORRECT || d.step() == Step.SHORTEN)
                        .map(d -> new PublicChange(
                                d.step().name().toLowerCase(Locale.ROOT),
                                d.at(),
                                d.basis() == null ? List.of() : d.basis().reasons(),
                                d.reason()))
                        .toList();
    }

    /** The activity, if the actor's permission covers it; otherwise refuses with {@code access.out-of-scope}. */
    public ActivityView require(Actor actor, Permission permission, long activityId) {
        ActivityView view = get(activityId);
        actor.require(permission, view.region(), view.ancestors());
        return view;
    }

    /** Published activities with a shift today or in the next days that the permission reaches, soonest first; at most 200. */
    @Transactional(readOnly = true)
    public List<ActivityView> listCurrent(Actor actor, Permission permission, int days) {
        return views(lists.listCurrent(actor.reach(permission), days));
    }

    /** Activities whose last shift is over and that wait to be closed, the longest waiting first; at most 200. */
    @Transactional(readOnly = true)
    public List<ActivityView> listToClose(Actor actor, Permission permission) {
        return views(lists.listToClose(actor.reach(permission)));
    }

    private List<ActivityView> views(List<Long> ids) {
        return store.list(ids).stream().map(Activity::view).toList();
    }

    /** The activities of those ids that exist, in the order given; one read for all. */
    @Transactional(readOnly = true)
    public List<ActivityView> list(List<Long> activityIds) {
        return views(activityIds);
    }

    /** Whether the pass-code opens the activity; letters count the same small and large. */
    public boolean isPassCode(long activityId, String passCode) {
        return cache.find(activityId)
                .map(a -> passCodes.fits(a.sealedPassCode(), passCode))
                .orElse(false);
    }

    /** Teams whose members may sign up, for scope {@code TEAMS}. */
    public List<Long> invitedTeams(long activityId) {
        return cache.find(activityId).map(a -> a.draft().recruitment().teams()).orElse(List.of());
    }

    /** Notes whether any shift still has a free place, for the public list; called only when that flips. */
    @Transactional
    public void noteFree(long activityId, boolean free) {
        store.noteFree(activityId, free);
        cache.written(activityId);
    }
}
