package org.yiwang.account;

import java.time.Instant;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Role;

/**
 * Somebody who holds a role at a region.
 *
 * @param accountId who
 * @param grantId the grant
 * @param name the person's name
 * @param maskedMobile 138****5678
 * @param role what
 * @param region where
 * @param regionName its name with all above it
 * @param from since when
 * @param why reason given then
 * @param mayTake whether the actor who asked may take it away
 */
public record HolderView(
        long accountId,
        long grantId,
        String name,
        String maskedMobile,
        Role role,
        RegionCode region,
        String regionName,
        Instant from,
        String why,
        boolean mayTake) {}
