package org.yiwang.honour;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.yiwang.dossier.Commendation;
import org.yiwang.dossier.Dossier;
import org.yiwang.dossier.Dossiers;
import org.yiwang.dossier.EntryState;
import org.yiwang.dossier.Training;
import org.yiwang.kernel.Ids;
import org.yiwang.record.EffectiveRecords;
import org.yiwang.record.EffectiveRecords.Effective;
import org.yiwang.record.TimeKind;
import org.yiwang.record.TrustGrade;
import org.yiwang.trust.Thanks;
import org.yiwang.trust.TrustGrades;
import org.yiwang.volunteer.VolunteerView;

/** Fills in the facts about a person from what is on record; whoever nominates types none of them (domain H14). */
@Component
class FactSheet {

    private static final String BEST = "1";

    private final EffectiveRecords records;
    private final TrustGrades grades;
    private final Thanks thanks;
    private final Dossiers dossiers;

    FactSheet(EffectiveRecords records, TrustGrades grades, Thanks thanks, Dossiers dossiers) {
        this.records = records;
        this.grades = grades;
        this.thanks = thanks;
        this.dossiers = dossiers;
    }

    /** Facts of the service in those days; trainings of those days; commendations of all time. */
    List<Fact> of(VolunteerView person, LocalDate from, LocalDate to) {
        List<Fact> facts = new ArrayList<>();
        List<Effective> services = records.of(List.of(person.id()), from, to);
        String hours = "/me/hours?volunteer=" + Ids.text(person.id());
        if (!services.isEmpty()) {
            addService(facts, services, hours);
        }
        addDossier(facts, dossiers.of(person.id()), from, to, person);
        return facts;
    }

    private void addService(List<Fact> facts, List<Effective> services, String hours) {
        facts.add(new Fact(
                "hours",
                "hours",
                List.of(
                        text(minutes(services, TimeKind.CREDIT)),
                        text(minutes(services, TimeKind.HONOUR)),
                        text(services.size())),
                "records",
                hours));
        Map<String, List<Effective>> byCategory = new TreeMap<>();
        services.forEach(s ->
                byCategory.computeIfAbsent(s.category(), _ -> new ArrayList<>()).add(s));
        byCategory.forEach((category, some) -> facts.add(new Fact(
                "category." + category,
                "category",
                List.of(
                        category,
                        text(some.stream().mapToInt(Effective::minutes).sum()),
                        text(some.size())),
                "records",
                hours)));
        var known = grades.of(services.stream().map(Effective::key).toList()).values();
        if (!known.isEmpty()) {
            long good = known.stream()
                    .filter(g -> g == TrustGrade.A || g == TrustGrade.B)
                    .count();
            facts.add(new Fact("grades", "grades", List.of(text(good), text(known.size())), "grades", hours));
        }
        var confirmed = thanks.confirmed(
                services.stream().map(Effective::activityId).distinct().toList());
        int voices = confirmed.values().stream().mapToInt(Integer::intValue).sum();
        if (voices > 0) {
            long activities = confirmed.values().stream().filter(n -> n > 0).count();
            facts.add(new Fact("thanks", "thanks", List.of(text(activities), text(voices)), "thanks", hours));
        }
    }

    private static void addDossier(
            List<Fact> facts, Dossier dossier, LocalDate from, LocalDate to, VolunteerView person) {
        String link = "/me/dossier?of=" + Ids.text(person.id());
        List<Training> trainings = dossier.trainings().stream()
                .filter(t -> t.mark().state() == EntryState.RECORDED
                        && !t.facts().date().isBefore(from)
                        && !t.facts().date().isAfter(to))
                .toList();
        if (!trainings.isEmpty()) {
            int learned = trainings.stream()
                    .mapToInt(t -> t.facts().learningMinutes())
                    .sum();
            facts.add(
                    new Fact("training", "training", List.of(text(trainings.size()), text(learned)), "dossier", link));
        }
        for (Commendation c : dossier.commendations()) {
            if (c.mark().state() == EntryState.RECORDED) {
                facts.add(new Fact(
                        "commendation." + Ids.text(c.mark().entryId()),
                        "commendation",
                        List.of(
                                c.facts().name(),
                                c.facts().awardingUnit(),
                                c.facts().date().toString()),
                        "dossier",
                        link));
            }
        }
        var evaluations = dossier.evaluations().stream()
                .filter(e -> e.mark().state() == EntryState.RECORDED
                        && !e.servedOn().isBefore(from)
                        && !e.servedOn().isAfter(to))
                .toList();
        if (!evaluations.isEmpty()) {
            long best =
                    evaluations.stream().filter(e -> e.quality().equals(BEST)).count();
            facts.add(new Fact(
                    "evaluations", "evaluations", List.of(text(evaluations.size()), text(best)), "dossier", link));
        }
    }

    private static int minutes(List<Effective> services, TimeKind kind) {
        return services.stream()
                .filter(s -> s.kind() == kind)
                .mapToInt(Effective::minutes)
                .sum();
    }

    private static String text(long number) {
        return String.valueOf(number);
    }
}
