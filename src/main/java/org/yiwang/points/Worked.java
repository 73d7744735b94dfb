package org.yiwang.points;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiwang.record.TimeKind;

/**
 * What one record comes to, computed.
 *
 * @param full points for its time, before the most of a day
 * @param counted of these, what the day had room for
 * @param attitudePercent percent for what the team said
 * @param qualityPercent percent for its grade
 */
record Worked(long full, long counted, int attitudePercent, int qualityPercent) {

    /** Works one record out; {@code already} is what earlier records of the day came to. */
    static Worked of(Formula formula, Service service, long already) {
        long full = formula.forTime(service.minutes(), service.category(), service.kind());
        return new Worked(
                full,
                formula.roomLeft(full, already),
                formula.forAttitude(service.evaluation()),
                formula.forQuality(service.grade()));
    }

    /** Points of a part. */
    long of(Part part) {
        return part == Part.TIME ? counted : counted * percent(part) / 100;
    }

    /** Percent of a part; for the time itself all. */
    int percent(Part part) {
        return switch (part) {
            case TIME -> 100;
            case ATTITUDE -> attitudePercent;
            case QUALITY -> qualityPercent;
        };
    }

    /** All parts together. */
    long sum() {
        return of(Part.TIME) + of(Part.ATTITUDE) + of(Part.QUALITY);
    }

    /** The parts that come to something. */
    Map<Part, Long> parts() {
        Map<Part, Long> parts = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            if (of(part) > 0) {
                parts.put(part, of(part));
            }
        }
        return parts;
    }

    /**
     * What a formula looks at.
     *
     * @param minutes minutes that count
     * @param category code of the table {@code category}
     * @param kind credit or honour time
     * @param evaluation code of what the team said, null if nothing that may be seen
     * @param grade trust grade, null if none
     */
    record Service(
            int minutes,
            String category,
            TimeKind kind,
            @Nullable String evaluation,
            @Nullable String grade) {}
}
