package org.yiwang.star;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.RegionCode;
import org.yiwang.record.PersonHours.Minutes;

/**
 * An application for a star, or a nomination.
 *
 * @param id its id
 * @param volunteerId for whom
 * @param star which star
 * @param path how it came about
 * @param state where it stands
 * @param level the level at which it waits, or waited last
 * @param teamId the team that is asked, null if none
 * @param teamAncestors that team and all above it
 * @param region where the person lives, or the city for whoever lives elsewhere
 * @param statement what the applicant or nominator wrote
 * @param filedBy account of the applicant, guardian or nominator
 * @param filedAt when
 * @param evaluation by what it was last judged
 * @param objected whether somebody objected while it was on notice
 * @param noticeUntil the end of the public notice
 * @param closedAt since when it is over
 */
public record StarApplication(
        long id,
        long volunteerId,
        int star,
        StarScheme.Path path,
        State state,
        @Nullable ReviewLevel level,
        @Nullable Long teamId,
        List<Long> teamAncestors,
        RegionCode region,
        String statement,
        long filedBy,
        Instant filedAt,
        Evaluation evaluation,
        boolean objected,
        @Nullable Instant noticeUntil,
        @Nullable Instant closedAt) {

    /** Where an application stands. */
    public enum State {
        /** Somebody nominated; the volunteer has not said yes or no. */
        NOMINATED,
        /** It waits at a level. */
        REVIEW,
        /** All levels agreed; on public notice. */
        NOTICE,
        /** The star was granted. */
        GRANTED,
        /** A level did not agree. */
        REFUSED,
        /** The volunteer withdrew it. */
        WITHDRAWN,
        /** The volunteer did not want to be nominated. */
        DECLINED;

        /** Whether it is still under way. */
        public boolean isOpen() {
            return this == NOMINATED || this == REVIEW || this == NOTICE;
        }
    }

    /**
     * By what hours and which version of the scheme it was judged.
     *
     * @param schemeVersion version of {@code star.scheme}
     * @param cutOff the last day of service that counts
     * @param minutes credit and honour time until then
     */
    public record Evaluation(int schemeVersion, LocalDate cutOff, Minutes minutes) {}

    /** What happens to an application. */
    public enum Deed {
        /** The volunteer or the guardian applied. */
        APPLIED,
        /** A team or an office nominated. */
        NOMINATED,
        /** The volunteer agreed to be nominated. */
        ACCEPTED,
        /** The volunteer did not want to. */
        DECLINED,
        /** A level agreed. */
        APPROVED,
        /** A level did not agree. */
        REFUSED,
        /** Somebody objected while it was on notice. */
        OBJECTED,
        /** Back when the notice was over: corrections left too few hours, or somebody had objected. */
        RETURNED,
        /** The team that was asked may not act any more, or the person has left it or has moved: on to whose turn it is now. */
        PASSED_ON,
        /** The volunteer withdrew it. */
        WITHDRAWN,
        /** The notice is over and the star granted. */
        GRANTED
    }

    /**
     * Something that happened to an application.
     *
     * @param deed what
     * @param level at which level, null for what is no decision of one
     * @param at when
     * @param accountId who, 0 for the program
     * @param why in words
     * @param schemeVersion by which version of the scheme
     */
    public record Step(
            Deed deed, @Nullable ReviewLevel level, Instant at, long accountId, String why, int schemeVersion) {

        /** As the volunteer may read it: not who objected, and not why. */
        Step sealed() {
            return deed == Deed.OBJECTED ? new Step(deed, level, at, 0, "", schemeVersion) : this;
        }
    }

    /** The same in another state. */
    StarApplication with(State now, @Nullable ReviewLevel at, @Nullable Instant until, @Nullable Instant closed) {
        return changed(now, at, teamId, teamAncestors, evaluation, objected, until, closed);
    }

    /** The same judged anew. */
    StarApplication judged(Evaluation anew) {
        return changed(state, level, teamId, teamAncestors, anew, objected, noticeUntil, closedAt);
    }

    /** The same with a doubt about it, or without one. */
    StarApplication doubted(boolean now) {
        return changed(state, level, teamId, teamAncestors, evaluation, now, noticeUntil, closedAt);
    }

    /** The same of somebody who lives there by now. */
    StarApplication in(RegionCode now) {
        return new StarApplication(
                id,
                volunteerId,
                star,
                path,
                state,
                level,
                teamId,
                teamAncestors,
                now,
                statement,
                filedBy,
                filedAt,
                evaluation,
                objected,
                noticeUntil,
                closedAt);
    }

    /** The same for a team. */
    StarApplication forTeam(@Nullable Long team, List<Long> ancestors) {
        return changed(state, level, team, ancestors, evaluation, objected, noticeUntil, closedAt);
    }

    /** All that may become otherwise while it is under way; the rest stays as it was filed. */
    private StarApplication changed(
            State nowState,
            @Nullable ReviewLevel nowLevel,
            @Nullable Long nowTeam,
            List<Long> nowAncestors,
            Evaluation nowEvaluation,
            boolean nowObjected,
            @Nullable Instant nowUntil,
            @Nullable Instant nowClosed) {
        return new StarApplication(
                id,
                volunteerId,
                star,
                path,
                nowState,
                nowLevel,
                nowTeam,
                nowAncestors,
                region,
                statement,
                filedBy,
                filedAt,
                nowEvaluation,
                nowObjected,
                nowUntil,
                nowClosed);
    }
}
