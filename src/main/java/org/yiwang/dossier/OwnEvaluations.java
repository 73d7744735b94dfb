package org.yiwang.dossier;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.yiwang.rules.Codes;
import org.yiwang.volunteer.PersonalExport;

/**
 * Evaluations as part of what a person takes along (PIPL art. 45): those that the person may see by now, for within the
 * days of mutual evaluation neither side sees the other's words before its own; and all that the person said.
 */
@Component
class OwnEvaluations implements PersonalExport {

    private final EntryStore entries;
    private final TurnStore turns;
    private final Codes codes;
    private final Clock clock;

    OwnEvaluations(EntryStore entries, TurnStore turns, Codes codes, Clock clock) {
        this.entries = entries;
        this.turns = turns;
        this.codes = codes;
        this.clock = clock;
    }

    @Override
    public String section() {
        return "evaluations";
    }

    @Override
    public Object export(long volunteerId) {
        List<Map<String, Object>> received = entries.evaluations(volunteerId, clock.instant()).stream()
                .map(this::received)
                .toList();
        return Map.of("received", received, "given", turns.voicesOf(volunteerId));
    }

    private Map<String, Object> received(Evaluation e) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("activity", e.activityTitle());
        entry.put("organization", e.organizationName());
        entry.put("quality", codes.label(Judgement.QUALITY, e.quality()).zh());
        entry.put("words", Objects.requireNonNullElse(e.words(), ""));
        entry.put("served", e.servedOn().toString());
        entry.put("evaluated", e.evaluatedOn().toString());
        return entry;
    }
}
