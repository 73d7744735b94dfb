package org.yiwang.activity;

import org.yiwang.kernel.Period;

/**
 * A shift of a post.
 *
 * @param id its id
 * @param activityId the activity; first part of every key
 * @param postId the post
 * @param postName name of the post
 * @param period when
 * @param capacity how many volunteers
 * @param conditions what the post asks
 */
public record ShiftView(
        long id, long activityId, long postId, String postName, Period period, int capacity, Conditions conditions) {}
