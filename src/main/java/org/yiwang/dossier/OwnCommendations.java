package org.yiwang.dossier;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yiwang.volunteer.PersonalExport;

/** Commendations as part of what a person takes along (PIPL art. 45). */
@Component
class OwnCommendations implements PersonalExport {

    private final EntryStore entries;

    OwnCommendations(EntryStore entries) {
        this.entries = entries;
    }

    @Override
    public String section() {
        return "commendations";
    }

    @Override
    public Object export(long volunteerId) {
        return entries.commendations(volunteerId).stream()
                .map(OwnCommendations::entry)
                .toList();
    }

    private static Map<String, Object> entry(Commendation c) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", c.facts().name());
        entry.put("date", c.facts().date().toString());
        entry.put("awardingUnit", c.facts().awardingUnit());
        String document = c.facts().documentNumber();
        entry.put("documentNumber", document == null ? "" : document);
        entry.put("state", c.mark().state().name());
        entry.put("recordedBy", c.mark().recorder());
        return entry;
    }
}
