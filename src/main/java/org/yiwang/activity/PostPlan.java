package org.yiwang.activity;

import java.util.List;

/**
 * A post with its shifts.
 *
 * @param post the post
 * @param shifts its shifts, at least one
 */
public record PostPlan(PostDraft post, List<ShiftDraft> shifts) {}
