package org.yiwang.activity;

import java.time.Duration;
import java.util.List;
import org.yiwang.kernel.RegionCode;

/**
 * Where a written agreement must be made (laws of Beijing and Zhejiang): rule {@code activity.agreement}.
 *
 * @param fromRiskLevel from this level on
 * @param fromDays when it lasts at least so many days
 * @param categories always for these categories, such as large events
 * @param outsideCity outside the city that the installation serves
 */
record AgreementRule(int fromRiskLevel, int fromDays, List<String> categories, boolean outsideCity) {

    static final String KEY = "activity.agreement";

    boolean asksFor(Activity activity, RegionCode city) {
        ActivityDraft draft = activity.draft();
        Duration duration =
                Duration.between(activity.period().start(), activity.period().end());
        return draft.risk().level() >= fromRiskLevel
                || duration.compareTo(Duration.ofDays(fromDays)) >= 0
                || draft.categories().stream().anyMatch(categories::contains)
                || (outsideCity && !city.contains(draft.region()));
    }
}
