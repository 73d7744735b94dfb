package org.yiwang.record;

import java.util.Collection;
import java.util.Optional;
import org.yiwang.kernel.Actor;
import org.yiwang.rules.RuleVersion;

/**
 * The bounds of time that rests on an organizer's word and not on a check-in (domain F2): who may enter it, the second
 * person, the quota. Known above this module, where manual entry is; what raises a record here keeps the same bounds.
 */
public interface HandMadeTime {

    /** Refuses if the actor may not enter time for the organization now, as manual entry does. */
    void mayEnter(Actor actor, long organizationId);

    /** The rule of the sanction that forbids manual entry to the organization or to one of the persons; empty if none does. */
    Optional<RuleVersion> ban(long organizationId, Collection<Long> accountIds);

    /**
     * Confirms time that somebody else entered, and uses the quota of the organization, in the caller's transaction.
     * Refuses as the confirmation of a manual entry does: not another human, too new, banned, more than the quota.
     *
     * @param firstAccountId who entered it
     * @param second who confirms it
     * @param addedMinutes how much is added
     */
    void confirm(long firstAccountId, Actor second, long organizationId, int addedMinutes);
}
