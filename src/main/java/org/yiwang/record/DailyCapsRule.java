package org.yiwang.record;

/**
 * Rule {@code record.daily-caps}: above how many minutes on one day a record waits for whom.
 *
 * @param organizationAboveMinutes more than this waits for the organization
 * @param districtAboveMinutes more than this waits for the district
 */
record DailyCapsRule(int organizationAboveMinutes, int districtAboveMinutes) {}
