package org.yiwang.volunteer;

import org.yiwang.kernel.Label;

/**
 * A version of the volunteers' vow (rule {@code volunteer.vow}).
 *
 * @param version its number
 * @param text what is vowed
 */
public record Vow(int version, Label text) {}
