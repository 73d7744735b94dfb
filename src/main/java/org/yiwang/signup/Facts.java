package org.yiwang.signup;

import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yiwang.activity.ActivityView;
import org.yiwang.kernel.Label;
import org.yiwang.volunteer.Qualifications.Held;
import org.yiwang.volunteer.VolunteerView;

/**
 * Where decisions get what other modules know.
 *
 * @param volunteers many volunteers at once
 * @param activities an activity no older than a revision, null if there is none
 * @param qualifications confirmed qualifications of many volunteers at once; asked only where a post demands one
 * @param qualificationNames what a qualification is called
 * @param rules the rules that hold now
 * @param zone the city's zone, in which ages are counted
 */
record Facts(
        Function<Collection<Long>, Map<Long, VolunteerView>> volunteers,
        ActivityByRevision activities,
        Function<Collection<Long>, Map<Long, List<Held>>> qualifications,
        Function<String, Label> qualificationNames,
        Supplier<SignUpRules> rules,
        ZoneId zone) {

    @FunctionalInterface
    interface ActivityByRevision {

        /** The activity as it was at that revision of its shifts or later, null if there is none. */
        @Nullable
        ActivityView find(long activityId, long revision);

        /** Reads at once those of the activities that are missing or older than the revision beside them. */
        default void prepare(Map<Long, Long> revisions) {}
    }
}
