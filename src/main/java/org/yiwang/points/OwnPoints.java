package org.yiwang.points;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.yiwang.kernel.Ids;
import org.yiwang.volunteer.PersonalExport;

/** Points as part of what a person takes along (PIPL art. 45): how they stand, and every line that was posted. */
@Component
class OwnPoints implements PersonalExport {

    private final Points points;
    private final PointsStore store;

    OwnPoints(Points points, PointsStore store) {
        this.points = points;
        this.store = store;
    }

    @Override
    public String section() {
        return "points";
    }

    @Override
    public Object export(long volunteerId) {
        Points.Standing standing = points.standingOf(volunteerId);
        Map<String, Object> section = new LinkedHashMap<>();
        section.put("balance", standing.balance());
        section.put("owed", standing.owed());
        section.put(
                "expiring",
                standing.expiring().stream()
                        .map(lot -> Map.of("lastDay", lot.lastDay().toString(), "points", lot.amount()))
                        .toList());
        section.put(
                "lines",
                store.ofVolunteer(volunteerId).stream().map(OwnPoints::line).toList());
        return section;
    }

    private static Map<String, Object> line(Line line) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("at", line.postedAt().toString());
        entry.put("record", Ids.text(line.recordId()));
        entry.put("part", line.part().name());
        entry.put("points", line.amount());
        entry.put("basis", Objects.requireNonNullElse(line.basis(), ""));
        entry.put("formula", line.formulaVersion());
        entry.put("until", line.lastDay() == null ? "" : line.lastDay().toString());
        entry.put(
                "takenBack",
                line.takenBackAt() == null ? "" : line.takenBackAt().toString());
        return entry;
    }
}
