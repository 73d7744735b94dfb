package org.yiwang.trust;

import java.util.Map;
import org.yiwang.record.TrustGrade;

/**
 * Rule {@code trust.grade}: what each fact weighs, and from how many points on a record has which grade.
 *
 * @param a points for A
 * @param b points for B
 * @param c points for C; below is D
 * @param points what each fact weighs
 * @param farMetres farther from the place is far
 * @param crowdDevice for so many people one device is no family's any more
 * @param apartSeconds ticks this far from others stand on their own
 * @param cardSeconds in which nobody scans {@code cardPeople} cards one after another
 * @param cardPeople so many cards in a row
 * @param togetherPeople a crew this small cannot be entered all at once
 * @param togetherPercent of the crew
 * @param togetherSeconds within which all were entered
 * @param othersSeen how many others must have been seen
 * @param unseenAtMost what is known of the activity adds at most, for somebody whom nobody saw there
 * @param overlongMinutes longer than this needs both ends seen
 * @param historyDays before and after the service, from which spot checks of the organization count
 * @param historyChecked so many must have been reached
 * @param historyGoodPercent confirmed, for a good history
 * @param historyPoorPercent confirmed; fewer is poor
 * @param historyBadPercent confirmed; fewer is bad
 */
record GradeRule(
        int a,
        int b,
        int c,
        Map<GradeFact, Integer> points,
        int farMetres,
        int crowdDevice,
        int apartSeconds,
        int cardSeconds,
        int cardPeople,
        int togetherPeople,
        int togetherPercent,
        int togetherSeconds,
        int othersSeen,
        int unseenAtMost,
        int overlongMinutes,
        int historyDays,
        int historyChecked,
        int historyGoodPercent,
        int historyPoorPercent,
        int historyBadPercent) {

    static final String KEY = "trust.grade";

    int points(GradeFact fact) {
        return points.getOrDefault(fact, 0);
    }

    TrustGrade grade(int sum) {
        return sum >= a ? TrustGrade.A : sum >= b ? TrustGrade.B : sum >= c ? TrustGrade.C : TrustGrade.D;
    }
}
