package org.yiwang.honour;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yiwang.honour.ShortList.Question;
import org.yiwang.kernel.Ids;
import org.yiwang.volunteer.PersonalExport;
import org.yiwang.volunteer.Volunteers;

/** Nominations of and by a person, panels, and lists on which the person was to be, as part of what a person takes along (PIPL art. 45). */
@Component
class OwnAwards implements PersonalExport {

    private final NominationStore nominations;
    private final RoundStore rounds;
    private final ListStore lists;
    private final PanelStore panel;
    private final Volunteers volunteers;

    OwnAwards(
            NominationStore nominations, RoundStore rounds, ListStore lists, PanelStore panel, Volunteers volunteers) {
        this.nominations = nominations;
        this.rounds = rounds;
        this.lists = lists;
        this.panel = panel;
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
        Long account = volunteers.get(volunteerId).accountId();
        if (account != null) {
            all.put("made", nominations.by(account).stream().map(this::made).toList());
            all.put("panels", panel.roundsOf(account).stream().map(this::name).toList());
        }
        return all;
    }

    /** What the person nominated, without whom: that is the other's. */
    private Map<String, Object> made(Nominee n) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("round", name(n.roundId()));
        entry.put("nominatedAt", n.nominatedAt().toString());
        entry.put("claims", n.statements().stream().map(Statement::words).toList());
        return entry;
    }

    private String name(long roundId) {
        return rounds.find(roundId).map(r -> r.terms().name()).orElse("");
    }

    private Map<String, Object> nomination(Nominee n) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("round", name(n.roundId()));
        entry.put("nominatedAt", n.nominatedAt().toString());
        entry.put("capacity", n.capacity().name());
        entry.put("state", n.state().name());
        entry.put("facts", n.facts());
        entry.put(
                "claims",
                n.statements().stream()
                        .map(s -> Map.of("words", s.words(), "state", s.state().name()))
                        .toList());
        boolean decided = rounds.find(n.roundId()).filter(RoundView::isDecided).isPresent();
        if (decided && n.result() != null) {
            entry.put("total", n.result().total());
        }
        if (n.commendationId() != null) {
            entry.put("commendation", Ids.text(n.commendationId()));
        }
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
