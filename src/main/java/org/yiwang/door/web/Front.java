package org.yiwang.door.web;

import java.util.List;
import java.util.Map;
import org.yiwang.activity.ActivityCard;

/**
 * What the front page shows to everybody.
 *
 * @param week open activities of the coming week, the next one first
 * @param categories codes of service categories with their names, as filters
 * @param figures what was really done, counted by the modules
 * @param hotline number to call for help, empty if the city has set none
 */
public record Front(List<ActivityCard> week, Map<String, String> categories, CityFigures figures, String hotline) {

    /** From registration to hours on record, in the order they happen. */
    public static final List<Step> STEPS = List.of(
            new Step("join", "user-plus"),
            new Step("find", "search"),
            new Step("check-in", "scan"),
            new Step("hours", "certificate"));

    /**
     * One step of how it works.
     *
     * @param key last part of its message
     * @param icon its drawing
     */
    public record Step(String key, String icon) {}
}
