package org.yiwang.activity;

import java.util.List;

/**
 * A post with its shifts in the order of time.
 *
 * @param id its id
 * @param name its name
 * @param description what it does; may be empty
 * @param conditions what it asks
 * @param shifts its shifts
 */
public record PostView(long id, String name, String description, Conditions conditions, List<ShiftView> shifts) {}
