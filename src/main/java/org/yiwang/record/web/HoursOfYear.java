package org.yiwang.record.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yiwang.record.Total;

/**
 * Totals of one year for the page.
 *
 * @param year the year
 * @param creditMinutes 信用时长
 * @param honourMinutes 荣誉时长
 * @param records how many records
 * @param categories the same by category
 */
public record HoursOfYear(int year, int creditMinutes, int honourMinutes, int records, List<Total> categories) {

    static List<HoursOfYear> of(List<Total> totals) {
        Map<Integer, List<Total>> byYear = new LinkedHashMap<>();
        totals.forEach(
                t -> byYear.computeIfAbsent(t.year(), y -> new ArrayList<>()).add(t));
        return byYear.entrySet().stream()
                .map(e -> new HoursOfYear(
                        e.getKey(),
                        e.getValue().stream().mapToInt(Total::creditMinutes).sum(),
                        e.getValue().stream().mapToInt(Total::honourMinutes).sum(),
                        e.getValue().stream().mapToInt(Total::records).sum(),
                        e.getValue()))
                .toList();
    }
}
