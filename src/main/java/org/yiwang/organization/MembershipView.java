package org.yiwang.organization;

import java.time.Instant;
import java.util.List;

/**
 * A person's own tie to an organization.
 *
 * @param organizationId the organization
 * @param organizationName its name
 * @param state where the membership stands
 * @param since since when
 * @param posts posts held there now
 */
public record MembershipView(
        long organizationId, String organizationName, MemberView.State state, Instant since, List<Post> posts) {}
