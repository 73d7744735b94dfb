package org.yiwang.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yiwang.exchange.ArrivalView.Claim;
import org.yiwang.record.Proposal;
import org.yiwang.volunteer.VolunteerView;

/**
 * A record that came in by a platform that is trusted no longer or knows of it no longer, and what is asked for about it.
 *
 * @param claim the record as it came
 * @param person whose, to be shown masked
 * @param asked what one officer asks for: that it be void; null while nobody does
 * @param told what the volunteer was told after a second officer confirmed it; null before
 */
public record Doubt(
        Claim claim,
        VolunteerView person,
        @Nullable Asked asked,
        @Nullable Proposal told) {

    /**
     * That a record be void.
     *
     * @param why the reason, which the volunteer reads
     * @param evidence what shows it, which the volunteer reads
     * @param by account of the officer who asks
     * @param at when
     * @param recordId the record that was announced to be void; null until a second officer has confirmed it
     */
    public record Asked(
            String why,
            String evidence,
            long by,
            Instant at,
            @Nullable Long recordId) {}
}
