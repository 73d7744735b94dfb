package org.yiwang.signup;

import java.time.Instant;

/**
 * What an organizer told those signed up for an activity.
 *
 * @param audience who was told
 * @param text what
 * @param urgent whether a text message went to those who want them
 * @param recipients how many people were told
 * @param at when
 * @param by name of who sent it
 */
public record Announcement(Audience audience, String text, boolean urgent, int recipients, Instant at, String by) {

    /** Most characters. */
    public static final int LONGEST = 500;

    /** Who is told. */
    public enum Audience {
        /** Those with a place and those who wait for one. */
        ALL,
        /** Those with a place. */
        ACCEPTED,
        /** Those on the waiting list. */
        WAITING
    }
}
