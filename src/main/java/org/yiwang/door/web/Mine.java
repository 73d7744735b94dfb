package org.yiwang.door.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.signup.MySignUp;
import org.yiwang.star.Stars;
import org.yiwang.volunteer.VolunteerView;

/**
 * What a signed-in person's own page shows.
 *
 * @param volunteer the person in the registry, null if not registered
 * @param next the next shift with a place, null if there is none
 * @param later sign-ups after it, soonest first
 * @param checkIn whether checking in for the next shift makes sense now: it begins within the hour, or runs
 * @param here whether the person has checked in and serves now
 * @param todos what waits for the person, urgent first
 * @param hours effective hours
 * @param stars how far the next star is and whether it is applied for, null if not registered
 */
public record Mine(
        @Nullable VolunteerView volunteer,
        @Nullable MySignUp next,
        List<MySignUp> later,
        boolean checkIn,
        boolean here,
        List<Todo> todos,
        Hours hours,
        Stars.@Nullable Own stars) {

    /**
     * Effective service; credit and honour time are never added up into one number.
     *
     * @param creditMinutes 信用时长, in all
     * @param honourMinutes 荣誉时长, in all
     * @param year this year
     * @param yearMinutes credit time of this year
     * @param records number of records of this year
     */
    public record Hours(long creditMinutes, long honourMinutes, int year, long yearMinutes, int records) {

        /** Nothing on record. */
        public static final Hours NONE = new Hours(0, 0, 0, 0, 0);
    }
}
