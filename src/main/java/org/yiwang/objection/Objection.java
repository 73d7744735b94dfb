package org.yiwang.objection;

import org.jspecify.annotations.Nullable;
import org.yiwang.kernel.Period;

/**
 * What a volunteer says about a record.
 *
 * @param complaint what is wrong
 * @param words own words
 * @param wished the time that was served, null if it is not about that
 */
public record Objection(
        Complaint complaint, String words, @Nullable Period wished) {}
