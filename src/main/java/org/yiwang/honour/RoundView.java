package org.yiwang.honour;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yiwang.dossier.AwardLevel;
import org.yiwang.kernel.RegionCode;

/**
 * An award round.
 *
 * @param id its id
 * @param region area of the office that holds it
 * @param kind code of its kind
 * @param ruleVersion version of {@code honour.kinds} it began with
 * @param level level of the government whose commendation it is, null if of none
 * @param terms its terms
 * @param state where it stands
 * @param noticeUntil last day of public notice, null before
 * @param scoresClosed whether the panel can score no more
 * @param madeBy account of who wrote it
 * @param changedAt when it came to stand so
 */
public record RoundView(
        long id,
        RegionCode region,
        String kind,
        int ruleVersion,
        @Nullable AwardLevel level,
        RoundTerms terms,
        RoundState state,
        @Nullable LocalDate noticeUntil,
        boolean scoresClosed,
        long madeBy,
        Instant changedAt) {

    /** Whether somebody may be nominated on that day. */
    public boolean takesNominations(LocalDate today) {
        return state == RoundState.OPEN && !today.isBefore(terms.opensOn()) && !today.isAfter(terms.nominateUntil());
    }

    /** Whether what anybody says against a nominee is taken on that day: up to the last day of public notice. */
    public boolean takesObjections(LocalDate today) {
        return state == RoundState.NOTICE && noticeUntil != null && !today.isAfter(noticeUntil);
    }

    /** Whether the result is known to nominees. */
    public boolean isDecided() {
        return state == RoundState.NOTICE || state == RoundState.PUBLISHED;
    }
}
