package org.yiwang.star;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The announcement that a star is to be taken back, because corrections left less than its threshold (domain §5 no. 26).
 *
 * @param id its id
 * @param awardId the star
 * @param announcedBy the account that announced it
 * @param announcedAt when it was announced and told
 * @param reason why, for the volunteer
 * @param evidence what shows it, for the volunteer
 * @param ruleVersion version of {@code star.scheme} by whose threshold and days
 * @param objectUntil the last day to object
 * @param objection what the volunteer said, null if nothing
 * @param objectedAt when
 * @param outcome what came of it, null while it is open
 * @param decidedBy the account of the second person
 * @param decidedAt when
 * @param answer why, for the volunteer
 */
public record TakingBack(
        long id,
        long awardId,
        long announcedBy,
        Instant announcedAt,
        String reason,
        String evidence,
        int ruleVersion,
        LocalDate objectUntil,
        @Nullable String objection,
        @Nullable Instant objectedAt,
        @Nullable Outcome outcome,
        @Nullable Long decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String answer) {

    /** What came of an announcement. */
    public enum Outcome {
        /** The star was taken back. */
        TAKEN_BACK,
        /** The volunteer keeps it. */
        KEPT
    }

    /** Whether it is not decided. */
    public boolean isOpen() {
        return outcome == null;
    }
}
