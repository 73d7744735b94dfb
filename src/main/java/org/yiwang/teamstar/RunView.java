package org.yiwang.teamstar;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.RegionCode;

/**
 * A run of an office: the ratings of all teams of its region for one calendar year.
 *
 * @param id its id
 * @param year the year
 * @param region the region
 * @param schemeVersion version of {@code teamstar.scheme} by which it is computed
 * @param state where it stands
 * @param figuresUntil the last day that is counted
 * @param teams how many teams
 * @param done how many of them are counted
 * @param countedAt when all were, null while it goes on
 * @param speakUntil the last day on which teams may ask for a look, null while it is counted
 * @param noticeUntil the last day of public notice, null before
 * @param publishedAt when it was published, null before
 */
public record RunView(
        long id,
        int year,
        RegionCode region,
        int schemeVersion,
        State state,
        LocalDate figuresUntil,
        int teams,
        int done,
        @Nullable Instant countedAt,
        @Nullable LocalDate speakUntil,
        @Nullable LocalDate noticeUntil,
        @Nullable Instant publishedAt) {

    /** Where a run stands. */
    public enum State {
        /** Figures are being counted in the background. */
        COUNTING,
        /** Proposals lie open for teams and the office. */
        OPEN,
        /** What was decided is on public notice. */
        NOTICE,
        /** Published for good. */
        PUBLISHED
    }

    /** Whether the figures reach to the end of the year; before, nothing is decided. */
    public boolean isWhole() {
        return !figuresUntil.isBefore(LocalDate.of(year, 12, 31));
    }

    /** Whether the team may ask for a look that day. */
    public boolean mayAsk(LocalDate today) {
        return state == State.OPEN && speakUntil != null && !today.isAfter(speakUntil);
    }
}
