package org.yiwang.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yiwang.seal.PublicKey;
import org.yiwang.volunteer.VolunteerView;

/**
 * A platform whose passports and receipts are trusted here, or are going to be once a second officer has confirmed it.
 *
 * @param issuerId which
 * @param origin name of its log
 * @param name its name
 * @param key its key, pinned
 * @param address where it can be asked, null if it cannot
 * @param proposedBy account of who proposed it
 * @param confirmedBy account of the second officer, null while it is only proposed
 * @param trustedAt since when it is trusted, null while it is only proposed
 */
public record IssuerView(
        long issuerId,
        String origin,
        String name,
        PublicKey key,
        @Nullable String address,
        long proposedBy,
        @Nullable Long confirmedBy,
        @Nullable Instant trustedAt) {

    /** Whether the person is one of the two who pinned the key, or a ward of theirs. */
    boolean isPinnedFor(VolunteerView person) {
        return person.concerns(proposedBy) || confirmedBy != null && person.concerns(confirmedBy);
    }
}
