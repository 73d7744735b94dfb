package org.yiwang.rules;

import java.time.LocalDate;
import org.yiwang.kernel.Label;

/**
 * A day that differs from its weekday.
 *
 * @param date the day
 * @param off true for a day off, false for a weekend day that is worked (调休)
 * @param name of the holiday that causes it
 */
public record Holiday(LocalDate date, boolean off, Label name) {}
