package org.yiwang.activity;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a reviewer looks at: rule {@code activity.review-checklist}.
 *
 * @param items lines to tick, all of them to approve
 */
record ReviewChecklist(List<Item> items) {

    static final String KEY = "activity.review-checklist";

    /**
     * A line.
     *
     * @param code its short name
     * @param zh in Chinese
     * @param en in English
     */
    record Item(String code, String zh, String en) {}

    boolean isCompletedBy(Set<String> ticked) {
        return ticked.containsAll(items.stream().map(Item::code).collect(Collectors.toSet()));
    }
}
