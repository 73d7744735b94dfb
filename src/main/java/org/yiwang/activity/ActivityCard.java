package org.yiwang.activity;

import org.jspecify.annotations.Nullable;
import org.yiwang.activity.ActivityView.RecruitScope;
import org.yiwang.kernel.Label;
import org.yiwang.kernel.Period;

/**
 * An activity in the public list.
 *
 * @param id its id
 * @param title its title
 * @param organizationName who organizes
 * @param regionName region, by its own name
 * @param category name of the main category
 * @param next the next shift within the days looked for
 * @param shifts number of shifts still to come within these days
 * @param address where people meet
 * @param open whether sign-up is open now
 * @param opensLater whether sign-up has yet to open; when it is neither open nor opens later, it has ended
 * @param free whether any shift still has a place
 * @param scope who may sign up
 * @param distanceMetres distance from the point given, null without one
 */
public record ActivityCard(
        long id,
        String title,
        String organizationName,
        String regionName,
        Label category,
        Period next,
        int shifts,
        String address,
        boolean open,
        boolean opensLater,
        boolean free,
        RecruitScope scope,
        @Nullable Integer distanceMetres) {}
