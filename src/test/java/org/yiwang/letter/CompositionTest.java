package org.yiwang.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.testing.Refusals.refused;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Label;
import org.yiwang.kernel.Refusal;
import org.yiwang.record.TimeKind;

/** Sentences are facts and nothing else: each figure is computed again from what its source leads to. */
class CompositionTest {

    private static final int YEAR = 2026;

    private static Service service(long id, String day, int minutes, TimeKind kind, long team, String... objects) {
        return new Service(
                id,
                "清洁家园",
                team,
                "队" + team,
                "06",
                Stream.of(objects).map(o -> new Label(o, o)).toList(),
                LocalDate.parse(day),
                minutes,
                kind);
    }

    private static List<Sentence> compose(List<Service> services) {
        return Composition.of(new YearFacts(YEAR, services, List.of(), List.of(), List.of(), 365));
    }

    @Test
    void a_year_without_anything_gets_one_sentence_and_an_earlier_year_says_nothing_about_it() {
        assertThat(compose(List.of())).containsExactly(new Sentence.Nothing());
        assertThat(compose(List.of(service(1, "2025-03-05", 60, TimeKind.CREDIT, 1))))
                .containsExactly(new Sentence.Nothing());
    }

    /** The last day together may lie after a year of friendship or before; the figure counts both years. */
    @ParameterizedTest
    @CsvSource({"2025-03-05, 2026-03-05, true", "2025-03-06, 2026-03-05, false", "2020-01-01, 2026-12-31, true"})
    void a_team_is_an_old_friend_from_a_year_on(String first, String last, boolean friend) {
        List<Sentence> letter =
                compose(List.of(service(1, first, 60, TimeKind.CREDIT, 1), service(2, last, 60, TimeKind.CREDIT, 1)));
        Optional<Sentence> said =
                letter.stream().filter(Sentence.Friend.class::isInstance).findFirst();
        assertThat(said)
                .isEqualTo(
                        friend
                                ? Optional.of(new Sentence.Friend("队1", team(1), LocalDate.parse(first), 1, 2))
                                : Optional.empty());
    }

    @Test
    void a_team_that_was_not_served_with_this_year_is_not_spoken_of() {
        List<Sentence> letter = compose(List.of(
                service(1, "2020-01-01", 60, TimeKind.CREDIT, 9), service(2, "2026-05-05", 60, TimeKind.CREDIT, 1)));
        assertThat(letter).noneMatch(Sentence.Friend.class::isInstance);
    }

    @Test
    void every_figure_is_what_its_source_comes_to_and_nothing_is_said_without_one() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<Service> services = services(random);
            YearFacts facts = new YearFacts(
                    YEAR,
                    services,
                    random.nextBoolean()
                            ? List.of(new YearFacts.Learned(7, "急救", 90, LocalDate.of(YEAR, 2, 2)))
                            : List.of(),
                    List.of(),
                    Stream.iterate(1L, i -> i + 1)
                            .limit(random.nextInt(6))
                            .map(i -> new YearFacts.Word(i, "谢谢" + i))
                            .toList(),
                    365);
            List<Sentence> letter = Composition.of(facts);
            assertThat(letter).as("seed %d", seed).isNotEmpty().isEqualTo(Composition.of(facts));
            letter.forEach(sentence -> check(sentence, facts, "seed " + seed + ": " + sentence));
        }
    }

    private static List<Service> services(Random random) {
        List<Service> services = new ArrayList<>();
        int many = random.nextInt(12);
        for (int i = 0; i < many; i++) {
            List<String> objects = new ArrayList<>(List.of("老年人", "儿童", "居民"));
            Collections.shuffle(objects, random);
            services.add(service(
                    i + 1,
                    LocalDate.of(YEAR - 2, 1, 1)
                            .plusDays(random.nextInt(3 * 365))
                            .toString(),
                    1 + random.nextInt(500),
                    random.nextBoolean() ? TimeKind.CREDIT : TimeKind.HONOUR,
                    1 + random.nextInt(3),
                    objects.subList(0, random.nextInt(3)).toArray(String[]::new)));
        }
        services.sort(Comparator.comparing(Service::day).thenComparing(Service::recordId));
        return services.stream().filter(s -> s.day().getYear() <= YEAR).toList();
    }

    private static void check(Sentence sentence, YearFacts facts, String as) {
        assertThat(sentence.sources().isEmpty() && sentence.parts().isEmpty())
                .as(as)
                .isFalse();
        List<Service> year =
                facts.services().stream().filter(s -> s.day().getYear() == YEAR).toList();
        switch (sentence) {
            case Sentence.Nothing() -> assertThat(year).as(as).isEmpty();
            case Sentence.First(Service first) ->
                assertThat(year).as(as).allMatch(s -> !s.day().isBefore(first.day()));
            case Sentence.Times(int times, int days) -> {
                assertThat(times).as(as).isEqualTo(year.size());
                assertThat((long) days)
                        .as(as)
                        .isEqualTo(year.stream().map(Service::day).distinct().count());
            }
            case Sentence.Friend friend -> {
                assertThat(friend.times())
                        .as(as)
                        .isEqualTo(behind(friend.sources().getLast(), facts).size());
                assertThat(facts.services())
                        .as(as)
                        .filteredOn(s -> year.stream().anyMatch(y -> y.team().equals(s.team())))
                        .allMatch(s -> !s.day().isBefore(friend.since()));
            }
            case Sentence.Thanked thanked ->
                assertThat(thanked.times()).as(as).isEqualTo(facts.thanks().size());
            case Sentence.Listed listed -> listed.parts().forEach(part -> check(part, facts, as));
            case Sentence.Told _ -> throw new AssertionError(as + ": story cards have a test of their own");
        }
    }

    private static void check(Sentence.Part part, YearFacts facts, String as) {
        for (Fact fact : part.facts()) {
            switch (fact) {
                case Fact.Count(long times) ->
                    assertThat(times)
                            .as(as)
                            .isPositive()
                            .isEqualTo(behind(part.source(), facts).size());
                case Fact.Minutes(long minutes)
                when part.source() instanceof Source.Services ->
                    assertThat(minutes)
                            .as(as)
                            .isEqualTo(behind(part.source(), facts).stream()
                                    .mapToLong(Service::minutes)
                                    .sum());
                default -> assertThat(part.source()).as(as).isNotNull();
            }
        }
    }

    /** The services that a source stands for, chosen anew without the code that chose them. */
    private static List<Service> behind(Source source, YearFacts facts) {
        Selection selection = ((Source.Services) source).selection();
        return facts.services().stream()
                .filter(s -> selection.what() == Selection.What.FRIEND
                        ? s.day().getYear() <= YEAR
                        : s.day().getYear() == YEAR)
                .filter(s -> switch (selection.what()) {
                    case YEAR -> true;
                    case CREDIT -> s.kind() == TimeKind.CREDIT;
                    case HONOUR -> s.kind() == TimeKind.HONOUR;
                    case TEAM, FRIEND -> team(s.organizationId()).equals(selection.of());
                    case CATEGORY -> s.category().equals(selection.of());
                    case SERVED -> s.objects().contains(new Label(selection.of(), selection.of()));
                })
                .toList();
    }

    private static String team(long id) {
        return Ids.text(id);
    }

    @ParameterizedTest
    @CsvSource({
        "12-05, 20, 0, 2026-12-04, ",
        "12-05, 20, 0, 2026-12-05, 2026",
        "12-05, 20, 0, 2026-12-24, 2026",
        "12-05, 20, 0, 2026-12-25, ",
        "03-05, 20, 1, 2027-03-05, 2026",
        "03-05, 20, 1, 2027-03-04, ",
        "12-25, 20, 0, 2027-01-03, 2026"
    })
    void letters_go_out_on_the_days_of_the_rule(String sendOn, int days, int back, String day, Integer year) {
        assertThat(new LetterRule(sendOn, days, back, 365).yearToSend(LocalDate.parse(day)))
                .isEqualTo(Optional.ofNullable(year));
    }

    @ParameterizedTest
    @CsvSource({
        "谢谢你们陪我妈妈聊天, ok",
        "陪了我们 3 个小时，修好 12 盏灯, ok",
        "我在 2026 年 11 月 21 日等你们, ok",
        "打电话给我 13812345678, letter.personal-data",
        "打电话给我 138-1234-5678, letter.personal-data",
        "电话 １３８１２３４５６７８, letter.personal-data",
        "来 https://shop.example 看看, letter.advertising",
        "好东西在 haowu.com, letter.advertising",
        "加微信聊, letter.advertising"
    })
    void a_machine_keeps_numbers_and_addresses_out(String words, String answer) {
        String said;
        try {
            said = WordText.checked(new KindWord.Draft(words, null, false, false))
                            .words()
                            .equals(words)
                    ? "ok"
                    : "other";
        } catch (Refusal why) {
            said = why.problem().code();
        }
        assertThat(said).isEqualTo(answer);
    }

    @Test
    void a_name_is_kept_only_to_be_shown_and_two_hundred_characters_are_counted_as_people_do() {
        assertThat(WordText.checked(new KindWord.Draft("谢谢", "王阿姨", false, false))
                        .firstName())
                .isNull();
        assertThat(WordText.checked(new KindWord.Draft("谢谢", " 王阿姨 ", true, false))
                        .firstName())
                .isEqualTo("王阿姨");
        assertThat(WordText.checked(new KindWord.Draft("𠮷".repeat(200), null, false, false))
                        .words())
                .hasSize(400);
        for (String wrong : Set.of(" ", "谢".repeat(201))) {
            refused(LetterProblem.WORDS, () -> WordText.checked(new KindWord.Draft(wrong, null, false, false)));
        }
    }
}
