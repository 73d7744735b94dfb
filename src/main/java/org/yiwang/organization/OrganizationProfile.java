package org.yiwang.organization;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.RegionCode;

/**
 * Everything that a page about one organization shows.
 *
 * @param id its id
 * @param name its name
 * @param region where it is attached
 * @param state where it stands, by the row; see {@code active}
 * @param active whether it may act today
 * @param standing legal standing
 * @param about what it is and does
 * @param unit id and name of its host unit, null if none
 * @param contact whom to reach; null where the reader may not see it
 * @param joinPolicy how people join
 * @param passCode null for all but its leaders
 * @param parents who stands above it
 * @param filing the filing in force or the last one, null if none was made
 * @param renewalAskedAt since when a renewal waits, null if none does
 * @param members number of members
 * @param applicantAccountId who applied
 * @param appliedAt when
 */
public record OrganizationProfile(
        long id,
        String name,
        RegionCode region,
        OrganizationState state,
        boolean active,
        OrganizationDraft.Standing standing,
        OrganizationDraft.About about,
        @Nullable Named unit,
        OrganizationDraft.@Nullable Contact contact,
        JoinPolicy joinPolicy,
        @Nullable String passCode,
        List<Parent> parents,
        @Nullable Filing filing,
        @Nullable Instant renewalAskedAt,
        int members,
        long applicantAccountId,
        Instant appliedAt) {

    /** Whether it acts under a filing, which ends. */
    public boolean isFiled() {
        return standing.filedWith() != null;
    }

    /** Something with a name. */
    public record Named(long id, String name) {}

    /** An organization above this one, in one of the trees. */
    public record Parent(Tree tree, long id, String name) {}

    /**
     * A filing.
     *
     * @param unitName unit that files it, null if the community does
     * @param area inside which the group may act
     * @param from first day
     * @param to last day
     */
    public record Filing(@Nullable String unitName, RegionCode area, LocalDate from, LocalDate to) {}
}
