package org.yiwang.activity;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sets of posts that organizers need again and again: rule {@code activity.post-templates}.
 *
 * @param sets the sets
 */
record PostTemplateRule(List<Template> sets) {

    static final String KEY = "activity.post-templates";

    /**
     * A set of posts.
     *
     * @param code its short name
     * @param zh what it is called
     * @param en the same in English
     * @param protections what volunteers get there: codes of the table {@code protection}
     * @param posts the posts
     */
    record Template(String code, String zh, String en, Set<String> protections, List<TemplatePost> posts) {}

    /**
     * A post of a set.
     *
     * @param name its name
     * @param description what is done there
     * @param places volunteers for each shift
     * @param minAge youngest age in years, null for any
     * @param maxAge oldest age in years, null for any
     * @param qualifications codes of the table {@code qualification}, all needed
     */
    record TemplatePost(
            String name,
            String description,
            int places,
            @Nullable Integer minAge,
            @Nullable Integer maxAge,
            Set<String> qualifications) {

        PostDraft draft() {
            return new PostDraft(name, description, new Conditions(minAge, maxAge, Set.of(), 0, qualifications));
        }
    }
}
