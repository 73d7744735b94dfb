package org.yiwang.organization;

import java.util.List;

/**
 * Rule {@code organization.filing}.
 *
 * @param defaultMonths period proposed to the one who approves
 * @param maxMonths longest period
 * @param warnDays how many days before the end leaders are warned
 */
public record FilingRule(int defaultMonths, int maxMonths, List<Integer> warnDays) {}
