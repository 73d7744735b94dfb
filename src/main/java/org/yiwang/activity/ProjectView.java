package org.yiwang.activity;

import java.util.List;
import org.yiwang.kernel.Label;

/**
 * A project of the library.
 *
 * @param id its id
 * @param ancestors ids of its organization and all above it
 * @param draft what the organization wrote
 * @param organizationName whose it is
 * @param regionName the region with all above it
 * @param categories names of its categories
 * @param objects names of those it serves
 */
public record ProjectView(
        long id,
        List<Long> ancestors,
        ProjectDraft draft,
        String organizationName,
        String regionName,
        List<Label> categories,
        List<Label> objects) {}
