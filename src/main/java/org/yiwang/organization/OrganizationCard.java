package org.yiwang.organization;

import java.time.Instant;
import java.util.List;
import org.yiwang.kernel.RegionCode;

/**
 * An organization in a list.
 *
 * @param id its id
 * @param name its name
 * @param region where it is attached
 * @param state where it stands
 * @param teamType code of the table {@code team-type}
 * @param kinds codes of the table {@code team-kind}
 * @param categories codes of the table {@code category}
 * @param members number of members
 * @param joinPolicy how people join
 * @param renewalAsked whether a renewal of its filing waits for a decision
 * @param changedAt when it last changed
 */
public record OrganizationCard(
        long id,
        String name,
        RegionCode region,
        OrganizationState state,
        String teamType,
        List<String> kinds,
        List<String> categories,
        int members,
        JoinPolicy joinPolicy,
        boolean renewalAsked,
        Instant changedAt) {}
