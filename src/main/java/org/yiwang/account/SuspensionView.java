package org.yiwang.account;

import java.time.Instant;
import org.yiwang.kernel.RegionCode;

/**
 * An account that an office has stopped and not yet let in again.
 *
 * @param accountId whose
 * @param name name of the account
 * @param region whose office answers for it
 * @param from since when
 * @param why the reason
 */
public record SuspensionView(long accountId, String name, RegionCode region, Instant from, String why) {}
