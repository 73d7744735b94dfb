package org.yiwang.organization;

import java.util.Optional;

/** What an organization was awarded and shows on its public page; a module above answers. */
public interface TeamBadge {

    /** The badge that holds now; none for most. */
    Optional<Badge> of(long organizationId);

    /**
     * Stars of a year.
     *
     * @param stars 1 to 5
     * @param year for which calendar year
     */
    record Badge(int stars, int year) {}
}
