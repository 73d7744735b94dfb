package org.yiwang.board;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who takes part.
 *
 * @param volunteerId who
 * @param since since when
 * @param consentedBy account of whoever agreed: the person, or the guardian of a minor (PIPL art. 31)
 * @param endsOn the day on which the person comes of age and a guardian's word ends; null for one's own
 */
record Member(
        long volunteerId,
        Instant since,
        long consentedBy,
        @Nullable LocalDate endsOn) {}
