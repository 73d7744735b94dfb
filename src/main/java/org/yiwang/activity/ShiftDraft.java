package org.yiwang.activity;

import org.yiwang.kernel.Period;

/**
 * A shift as its organizer writes it.
 *
 * @param period when
 * @param capacity how many volunteers, from 1
 */
public record ShiftDraft(Period period, int capacity) {}
