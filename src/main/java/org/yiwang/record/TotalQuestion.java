package org.yiwang.record;

import org.jspecify.annotations.Nullable;

/**
 * Which total of a person is to be explained.
 *
 * @param kind credit or honour time; the two are never one number
 * @param year year of the service date, null for all
 * @param category code of the table {@code category}, null for all
 */
public record TotalQuestion(
        TimeKind kind, @Nullable Integer year, @Nullable String category) {}
