package org.yiwang.activity;

import java.util.ArrayList;
import java.util.List;

/**
 * Which activities an office looks at before they are public: rule {@code activity.review-policy}.
 *
 * @param fromRiskLevel from this risk level on
 * @param firstActivities an organization's first so many
 * @param filedGroups those of groups that are filed only and have no legal form
 * @param fromPlaces with at least so many places
 * @param objects when it serves one of these, such as children
 * @param categories in one of these categories, such as emergencies and large events
 * @param hints when a word hints at something that is no service
 * @param everythingIn every activity in these regions
 */
record ReviewPolicy(
        int fromRiskLevel,
        int firstActivities,
        boolean filedGroups,
        int fromPlaces,
        List<String> objects,
        List<String> categories,
        boolean hints,
        List<String> everythingIn) {

    static final String KEY = "activity.review-policy";

    /** Why an office looks at an activity. */
    enum Reason {
        RISK,
        FIRST_ACTIVITIES,
        FILED_GROUP,
        MANY_PLACES,
        OBJECT,
        CATEGORY,
        HINTS,
        REGION
    }

    /**
     * What the policy must know besides the activity itself.
     *
     * @param publishedBefore activities that the organization has published so far
     * @param filedGroup whether the organization is filed only
     * @param hints whether any word hints at something that is no service
     */
    record Facts(int publishedBefore, boolean filedGroup, boolean hints) {}

    /** The reasons to review; none means that it is published at once. */
    List<Reason> reasons(Activity activity, Facts facts) {
        ActivityDraft draft = activity.draft();
        List<Reason> reasons = new ArrayList<>();
        if (draft.risk().level() >= fromRiskLevel) {
            reasons.add(Reason.RISK);
        }
        if (facts.publishedBefore() < firstActivities) {
            reasons.add(Reason.FIRST_ACTIVITIES);
        }
        if (filedGroups && facts.filedGroup()) {
            reasons.add(Reason.FILED_GROUP);
        }
        if (activity.shifts().stream().mapToInt(ShiftView::capacity).sum() >= fromPlaces) {
            reasons.add(Reason.MANY_PLACES);
        }
        if (draft.objects().stream().anyMatch(objects::contains)) {
            reasons.add(Reason.OBJECT);
        }
        if (draft.categories().stream().anyMatch(categories::contains)) {
            reasons.add(Reason.CATEGORY);
        }
        if (hints && facts.hints()) {
            reasons.add(Reason.HINTS);
        }
        if (everythingIn.stream().anyMatch(draft.region().value()::startsWith)) {
            reasons.add(Reason.REGION);
        }
        return reasons;
    }
}
