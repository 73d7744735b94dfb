package org.yiwang.honour;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.dossier.AwardLevel;
import org.yiwang.kernel.Label;
import org.yiwang.kernel.RegionCode.Level;

/**
 * A kind of award with its usual terms (rule {@code honour.kinds}; domain H7, H8). The office may change what it finds
 * there before it opens a round, except who may hold one and for which level of government it counts.
 *
 * @param code its code
 * @param zh its name
 * @param en its name in English
 * @param places how many are awarded
 * @param levels levels of region whose offices may hold one
 * @param award level of the government whose commendation it is (Order 67 art. 9), null for an office's own word of thanks
 * @param nominators who may nominate
 * @param reviewDays days for the panel after the nominations
 * @param noticeDays working days of public notice
 * @param creditHours credit time to have served in the counted months
 * @param countedMonths months before the round whose service is looked at
 * @param ageFrom youngest age
 * @param conflict who of the panel stays out
 * @param scoring how the panel judges
 * @param criteria what it judges
 */
public record RoundKind(
        String code,
        String zh,
        String en,
        int places,
        List<Level> levels,
        @Nullable AwardLevel award,
        List<Capacity> nominators,
        int reviewDays,
        int noticeDays,
        int creditHours,
        int countedMonths,
        int ageFrom,
        Conflict conflict,
        Scoring scoring,
        List<String> criteria) {

    static final String KEY = "honour.kinds";

    /** Its name. */
    public Label label() {
        return new Label(zh, en);
    }

    /** All kinds of one version of the rule. */
    record All(List<RoundKind> kinds) {}
}
