package org.yiwang.honour;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yiwang.honour.ShortList.Question;
import org.yiwang.volunteer.PersonalExport;
import org.yiwang.volunteer.Volunteers;

/** Nominations, and lists on which somebody was to be, as part of what a person takes along (PIPL art. 45). */
@Component
class OwnAwards implements PersonalExport {

    private final NominationStore nominations;
    private final RoundStore rounds;
    private final ListStore lists;
    private final Volunteers volunteers;

    OwnAwards(NominationStore nominations, RoundStore rounds, ListStore lists, Volunteers volunteers) {
        this.nominations = nominations;
        this.rounds = rounds;
        this.lists = lists;
        this.volunteers = volunteers;
    }

    @Override
    public String section() {
        return "awards";
    }

    @Override
    public Object export(long volunteerId) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put(
                "nominations",
                nominations.ofPeople(List.of(volunteerId)).stream()
                        .map(this::nomination)
                        .toList());
        all.put(
                "shortLists",
                lists.questions(List.of(volunteers.get(volunteerId))).stream()
                        .map(OwnAwards::question)
                        .toList());
        return all;
    }

    private Map<String, Object> nomination(Nominee n) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("round", rounds.find(n.roundId()).map(r -> r.terms().name()).orElse(""));
        entry.put("nominatedAt", n.nominatedAt().toString());
        entry.put("capacity", n.capacity().name());
        entry.put("state", n.state().name());
        entry.put("facts", n.facts());
        entry.put(
                "claims",
                n.statements().stream()
                        .map(s -> Map.of("words", s.words(), "state", s.state().name()))
                        .toList());
        return entry;
    }

    private static Map<String, Object> question(Question q) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("purpose", q.list().purpose());
        entry.put("recipient", q.list().recipient());
        entry.put("columns", q.list().columns().stream().map(Enum::name).toList());
        entry.put("answer", q.answer().name());
        if (q.sharedAt() != null) {
            entry.put("sharedAt", q.sharedAt().toString());
        }
        return entry;
    }
}
