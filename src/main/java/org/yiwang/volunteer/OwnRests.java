package org.yiwang.volunteer;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Rests as part of what a person takes along (PIPL art. 45). */
@Component
class OwnRests implements PersonalExport {

    private final RestStore store;

    OwnRests(RestStore store) {
        this.store = store;
    }

    @Override
    public String section() {
        return "rests";
    }

    @Override
    public Object export(long volunteerId) {
        return store.all(volunteerId).stream().map(OwnRests::line).toList();
    }

    private static Map<String, String> line(Rest rest) {
        Map<String, String> line = new TreeMap<>(Map.of("since", rest.since().toString()));
        line.put("until", rest.until() == null ? "" : rest.until().toString());
        line.put("ended", rest.endedAt() == null ? "" : rest.endedAt().toString());
        return line;
    }
}
