package org.yiwang.activity;

import java.time.LocalDate;
import java.util.List;

/**
 * How an activity runs on after its end.
 *
 * @param until last day
 * @param postId the post that is served on
 * @param shifts its further shifts, at least one, all ending on the last day or before
 * @param reason why
 */
public record Extension(LocalDate until, long postId, List<ShiftDraft> shifts, String reason) {}
