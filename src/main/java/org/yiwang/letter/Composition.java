package org.yiwang.letter;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.yiwang.letter.Fact.Count;
import org.yiwang.letter.Fact.Minutes;
import org.yiwang.letter.Fact.Words;
import org.yiwang.letter.Selection.What;
import org.yiwang.letter.Sentence.Listed;
import org.yiwang.letter.Sentence.Part;
import org.yiwang.record.TimeKind;

/**
 * Makes the sentences of a letter out of facts, always the same of the same (domain §5 no. 23). What is listed stands in the
 * order in which it happened first, so that nothing is ranked.
 */
final class Composition {

    /** So many words of thanks stand in a letter; all of them on their own page. */
    private static final int QUOTED = 3;

    private Composition() {}

    static List<Sentence> of(YearFacts facts) {
        List<Service> year = Selection.YEAR.from(facts.services(), facts.year());
        List<Sentence> sentences = new ArrayList<>();
        if (!year.isEmpty()) {
            sentences.add(new Sentence.First(year.getFirst()));
            sentences.add(new Sentence.Times(year.size(), (int)
                    year.stream().map(Service::day).distinct().count()));
            list(sentences, Listed.Kind.HOURS, hours(year));
            list(sentences, Listed.Kind.TEAMS, teams(year));
            list(sentences, Listed.Kind.CATEGORIES, categories(year));
            list(sentences, Listed.Kind.SERVED, served(year));
            friend(facts, year, sentences);
        }
        list(
                sentences,
                Listed.Kind.TRAININGS,
                facts.trainings().stream().map(Composition::training).toList());
        list(
                sentences,
                Listed.Kind.COMMENDATIONS,
                facts.commendations().stream().map(Composition::commendation).toList());
        if (!facts.thanks().isEmpty()) {
            sentences.add(new Sentence.Thanked(
                    facts.thanks().size(),
                    facts.thanks().stream()
                            .limit(QUOTED)
                            .map(Composition::quote)
                            .toList()));
        }
        return sentences.isEmpty() ? List.of(new Sentence.Nothing()) : List.copyOf(sentences);
    }

    private static void list(List<Sentence> sentences, Listed.Kind kind, List<Part> parts) {
        if (!parts.isEmpty()) {
            sentences.add(new Listed(kind, parts));
        }
    }

    /** Credit and honour time are never added up. */
    private static List<Part> hours(List<Service> year) {
        return Stream.of(TimeKind.CREDIT, TimeKind.HONOUR)
                .filter(kind -> year.stream().anyMatch(s -> s.kind() == kind))
                .map(kind -> new Part(
                        kind == TimeKind.CREDIT ? "credit" : "honour",
                        List.of(new Minutes(year.stream()
                                .filter(s -> s.kind() == kind)
                                .mapToLong(Service::minutes)
                                .sum())),
                        services(kind == TimeKind.CREDIT ? What.CREDIT : What.HONOUR, "")))
                .toList();
    }

    private static List<Part> teams(List<Service> year) {
        return grouped(year, s -> List.of(s.team())).entrySet().stream()
                .map(team ->
                        part("team", new Words(nameOf(team.getValue())), team.getValue(), What.TEAM, team.getKey()))
                .toList();
    }

    private static List<Part> categories(List<Service> year) {
        return grouped(year, s -> List.of(s.category())).entrySet().stream()
                .map(category -> part(
                        "category",
                        new Fact.Category(category.getKey()),
                        category.getValue(),
                        What.CATEGORY,
                        category.getKey()))
                .toList();
    }

    private static List<Part> served(List<Service> year) {
        return grouped(year, Service::objects).entrySet().stream()
                .map(object -> part(
                        "served",
                        new Fact.Named(object.getKey()),
                        object.getValue(),
                        What.SERVED,
                        object.getKey().zh()))
                .toList();
    }

    private static Part part(String key, Fact who, List<Service> services, What what, String of) {
        return new Part(key, List.of(who, new Count(services.size())), services(what, of));
    }

    private static Source services(What what, String of) {
        return new Source.Services(new Selection(what, of));
    }

    /** Of the teams of this year the one met first; only if that is long enough ago to be a friendship. */
    private static void friend(YearFacts facts, List<Service> year, List<Sentence> sentences) {
        List<String> teams = year.stream().map(Service::team).distinct().toList();
        facts.services().stream()
                .filter(s -> teams.contains(s.team()) && s.day().getYear() <= facts.year())
                .min(Comparator.comparing(Service::day).thenComparing(Service::recordId))
                .ifPresent(first -> {
                    List<Service> together =
                            new Selection(What.FRIEND, first.team()).from(facts.services(), facts.year());
                    long days = ChronoUnit.DAYS.between(
                            first.day(), together.getLast().day());
                    if (days >= facts.friendshipDays()) {
                        sentences.add(new Sentence.Friend(
                                nameOf(together), first.team(), first.day(), first.recordId(), together.size()));
                    }
                });
    }

    private static Part training(YearFacts.Learned t) {
        return new Part(
                "training",
                List.of(new Words(t.name()), new Fact.Day(t.day()), new Minutes(t.minutes())),
                new Source.Entry(t.entryId()));
    }

    private static Part commendation(YearFacts.Award c) {
        return new Part(
                "commendation",
                List.of(new Words(c.name()), new Fact.Day(c.day()), new Words(c.unit())),
                new Source.Entry(c.entryId()));
    }

    private static Part quote(YearFacts.Word word) {
        return new Part("quote", List.of(new Words(word.words())), new Source.OneThanks(word.wordId()));
    }

    /** A team's name as it was recorded last. */
    private static String nameOf(List<Service> services) {
        return services.getLast().organizationName();
    }

    private static <K> Map<K, List<Service>> grouped(List<Service> year, Function<Service, List<K>> by) {
        Map<K, List<Service>> groups = new LinkedHashMap<>();
        for (Service service : year) {
            by.apply(service)
                    .forEach(key ->
                            groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(service));
        }
        return groups;
    }
}
