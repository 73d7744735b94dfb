package org.yiwang.teamstar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.RegionCode;

/**
 * A team's rating of a year as it is kept.
 *
 * @param organizationId the team
 * @param year the year
 * @param runId the run it belongs to
 * @param name the team's name then
 * @param region its seat then
 * @param state where it stands
 * @param figures what was counted, null while it waits
 * @param computedStars what the scheme made of it, 0 to 5; null while it waits
 * @param stars the stars given, null unless confirmed
 * @param raiseTo more stars that somebody asked for, null unless that waits
 * @param raiseBy who asked for them
 * @param question what the team asked, null if nothing
 * @param answered whether that was answered
 * @param aside what was told of taking the stars away while they are on public notice, null unless that waits
 */
public record RatingView(
        long organizationId,
        int year,
        long runId,
        String name,
        RegionCode region,
        State state,
        @Nullable Figures figures,
        @Nullable Integer computedStars,
        @Nullable Integer stars,
        @Nullable Integer raiseTo,
        @Nullable Long raiseBy,
        @Nullable String question,
        boolean answered,
        @Nullable Aside aside) {

    /**
     * That the stars are to be taken away.
     *
     * @param by who put it forward; 0 for the program
     * @param why the reason; a message key if the program found it
     * @param until the last day for the team to say something
     * @param reply what the team said, null before
     */
    public record Aside(
            long by, String why, LocalDate until, @Nullable String reply) {

        /** Whether the program put it forward. */
        public boolean isFound() {
            return by == 0;
        }
    }

    /** Where a rating stands. */
    public enum State {
        /** Not counted yet. */
        WAITING,
        /** Counted and not decided. */
        PROPOSED,
        /** More stars than computed were asked for; a second person decides. */
        RAISE,
        /** The stars are given. */
        CONFIRMED,
        /** No stars for this year, with a reason. */
        SET_ASIDE
    }

    /** Whether the team asked and has no answer. */
    public boolean isAsking() {
        return question != null && !answered;
    }

    /** Whether it still needs a decision: it has stars to confirm, a raise, or a question. */
    public boolean isUndecided() {
        return state == State.RAISE
                || state == State.PROPOSED && (isAsking() || computedStars != null && computedStars > 0);
    }
}
