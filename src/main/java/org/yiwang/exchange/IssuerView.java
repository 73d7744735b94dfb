package org.yiwang.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yiwang.seal.PublicKey;

/**
 * A platform whose passports and receipts are trusted here.
 *
 * @param issuerId which
 * @param origin name of its log
 * @param name its name
 * @param key its key, pinned
 * @param address where it can be asked, null if it cannot
 * @param trustedAt since when
 */
public record IssuerView(
        long issuerId,
        String origin,
        String name,
        PublicKey key,
        @Nullable String address,
        Instant trustedAt) {}
