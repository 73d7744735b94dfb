package org.yiwang.activity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.Label;

/**
 * All that is shown of an activity: its page, the desk, the reviewer.
 *
 * @param activity what other modules know of it
 * @param organizationName who organizes
 * @param regionName the region with all above it
 * @param project the project it belongs to, null if none
 * @param categories names of its categories, the main one first
 * @param objects names of those it serves
 * @param protections names of what volunteers get
 * @param description what is done
 * @param contact whom to ask
 * @param risk what may happen
 * @param terms what else is agreed
 * @param posts posts with their shifts
 * @param asked names of the skills and qualifications that posts ask: {@code skill/01}, {@code qualification/01}
 * @param free whether any shift still has a place
 * @param publishedAt when it became public, null if it is not
 * @param summary what was done, null until it is closed
 */
public record ActivityDetail(
        ActivityView activity,
        String organizationName,
        String regionName,
        @Nullable ProjectName project,
        List<Label> categories,
        List<Label> objects,
        List<Label> protections,
        String description,
        Contact contact,
        Risk risk,
        Terms terms,
        List<PostView> posts,
        Map<String, Label> asked,
        boolean free,
        @Nullable Instant publishedAt,
        @Nullable Summary summary) {

    /** Whether everybody may read it: it was published, whatever became of it. */
    public boolean isPublic() {
        return publishedAt != null && activity.state() != ActivityView.State.RETURNED;
    }

    /** Places of all shifts together. */
    public int places() {
        return activity.shifts().stream().mapToInt(ShiftView::capacity).sum();
    }

    /**
     * A project by name.
     *
     * @param id its id
     * @param name its name
     */
    public record ProjectName(long id, String name) {}

    /**
     * What was done, written when the activity was closed.
     *
     * @param done what was done
     * @param servedPeople how many people were served
     * @param remarks what to do better; for the organization and the offices only
     * @param at when it was written
     */
    public record Summary(String done, int servedPeople, String remarks, Instant at) {}
}
