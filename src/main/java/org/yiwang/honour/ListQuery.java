package org.yiwang.honour;

import java.time.LocalDate;
import java.util.List;
import org.yiwang.kernel.RegionCode;

/**
 * Whom an office looks for. People under a decision about false hours are never found.
 *
 * @param region where they live
 * @param from first day of the service looked at
 * @param to last day of it
 * @param creditMinutes credit time at least
 * @param categories codes of {@code category}; only these services count, all if none is named
 * @param wellBorneOut percent of the records at least that have trust grade A or B
 * @param commendations commendations on record at least
 * @param star star of a volunteer at least, 1 to 5; 0 for any and none
 */
public record ListQuery(
        RegionCode region,
        LocalDate from,
        LocalDate to,
        int creditMinutes,
        List<String> categories,
        int wellBorneOut,
        int commendations,
        int star) {}
