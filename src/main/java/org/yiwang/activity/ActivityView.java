package org.yiwang.activity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.RegionCode;

/**
 * An activity as other modules see it.
 *
 * @param id its id
 * @param organizationId who organizes, records and certifies
 * @param ancestors ids of that organization and all above it
 * @param region where
 * @param title its title
 * @param category code of the table {@code category}
 * @param state where it stands
 * @param period first start to last end of its shifts
 * @param place where people meet
 * @param riskLevel 0 none, 1 low, 2 insurance needed and no minors, 3 high
 * @param recruitment when sign-up is open
 * @param recruitScope who may sign up
 * @param reviewed whether sign-ups wait for the organizer's decision
 * @param shifts all shifts of all posts
 */
public record ActivityView(
        long id,
        long organizationId,
        List<Long> ancestors,
        RegionCode region,
        String title,
        String category,
        State state,
        Period period,
        Place place,
        int riskLevel,
        Period recruitment,
        RecruitScope recruitScope,
        boolean reviewed,
        List<ShiftView> shifts) {

    /** Where an activity stands. */
    public enum State {
        /** Being written. */
        DRAFT,
        /** Waits for the office's decision. */
        IN_REVIEW,
        /** Sent back with reasons. */
        RETURNED,
        /** Public; sign-up by its window; may be running. */
        PUBLISHED,
        /** Called off. */
        CANCELLED,
        /** Closed with a summary: records may settle. */
        CLOSED
    }

    /** Who may sign up. */
    public enum RecruitScope {
        /** Anyone. */
        PUBLIC,
        /** Members of named teams. */
        TEAMS,
        /** Whoever knows the pass-code. */
        PASS_CODE,
        /** By invitation only. */
        PRIVATE
    }

    /**
     * A place.
     *
     * @param address as people say it
     * @param latitude degrees, null if not given
     * @param longitude degrees, null if not given
     */
    public record Place(
            String address,
            @Nullable Double latitude,
            @Nullable Double longitude) {}
}
