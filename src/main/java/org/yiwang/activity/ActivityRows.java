package org.yiwang.activity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.activity.ActivityRowStore.NewDecision;
import org.yiwang.kernel.Label;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.RegionCode;

/**
 * Activities by COPY, for filling an empty database: what {@link ActivityDesk} writes from the draft to the summary for one,
 * written for thousands; each with one post. Ids and moments are the caller's, and nobody is told. In the caller's
 * transaction.
 */
@Component
public class ActivityRows {

    /** The large tables that are written. */
    public static final List<String> TABLES = List.of("activity", "activity_shift");

    private final ActivityRowStore store;
    private final ActivityNames names;

    ActivityRows(ActivityRowStore store, ActivityNames names) {
        this.store = store;
        this.names = names;
    }

    /** Publishes activities, and closes those that say when. How many rows were written. */
    public long publish(List<NewActivity> activities) {
        List<NewDecision> decisions = new ArrayList<>();
        for (NewActivity a : activities) {
            decisions.add(
                    new NewDecision(a.id, a.id, Step.PUBLISH, ActivityView.State.DRAFT, a.createdBy, a.publishedAt));
            if (a.closing != null) {
                decisions.add(new NewDecision(
                        a.id, a.id + 1, Step.CLOSE, ActivityView.State.PUBLISHED, a.createdBy, a.closing.at));
            }
        }
        return store.insert(activities, a -> Bigrams.plain(searchText(a))) + store.decide(decisions);
    }

    /** As {@link ActivityNames#searchText}. */
    private String searchText(NewActivity a) {
        Label category = names.label("category", a.category);
        return String.join(
                " ",
                a.title,
                a.organizationName,
                names.region(a.region),
                a.address,
                category.zh(),
                category.en(),
                a.postName,
                a.description);
    }

    /**
     * An activity to be published: open to the public, without risks, insurance or subsidy.
     *
     * @param ancestors the organization and all above it
     * @param category code of the table {@code category}
     * @param objects codes of the table {@code service-object}
     * @param postId its one post
     * @param shifts in the order of their time, at least one
     * @param hasFree whether some shift has a place left
     * @param closing how it was closed, null if it was not yet
     */
    public record NewActivity(
            long id,
            long organizationId,
            List<Long> ancestors,
            String organizationName,
            RegionCode region,
            String title,
            String category,
            List<String> objects,
            String description,
            String address,
            String riskNote,
            String contactName,
            String contactPhone,
            long postId,
            String postName,
            List<NewShift> shifts,
            boolean hasFree,
            long createdBy,
            Instant createdAt,
            Instant publishedAt,
            @Nullable Closing closing) {

        /**
         * How it was closed.
         *
         * @param done what was done
         * @param servedPeople how many people were served
         */
        public record Closing(Instant at, String done, int servedPeople) {}
    }

    /** A shift. */
    public record NewShift(long activityId, long id, long postId, Period period, int capacity) {}
}
