package org.yiwang.dossier;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yiwang.volunteer.PersonalExport;

/** Training as part of what a person takes along (PIPL art. 45). */
@Component
class OwnTrainings implements PersonalExport {

    private final EntryStore entries;

    OwnTrainings(EntryStore entries) {
        this.entries = entries;
    }

    @Override
    public String section() {
        return "trainings";
    }

    @Override
    public Object export(long volunteerId) {
        return entries.trainings(volunteerId).stream().map(OwnTrainings::entry).toList();
    }

    private static Map<String, Object> entry(Training t) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", t.facts().name());
        entry.put("content", t.facts().content());
        entry.put("learningMinutes", t.facts().learningMinutes());
        entry.put("host", t.facts().host());
        entry.put("date", t.facts().date().toString());
        entry.put("recordedBy", t.mark().recorder());
        return entry;
    }
}
