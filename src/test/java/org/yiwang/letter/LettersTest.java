package org.yiwang.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.testing.Refusals.refused;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.dossier.Served;
import org.yiwang.dossier.TrainingDraft;
import org.yiwang.dossier.Trainings;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Period;
import org.yiwang.record.Because;
import org.yiwang.record.Origin;
import org.yiwang.record.PublicNotice;
import org.yiwang.record.RecordCases;
import org.yiwang.record.RecordDraft;
import org.yiwang.record.RecordFixture;
import org.yiwang.record.RecordIntake;
import org.yiwang.record.RecordIntake.Terms;
import org.yiwang.record.RecordKey;
import org.yiwang.record.Statutory;
import org.yiwang.record.TimeKind;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.TeamFixture;
import org.yiwang.testing.TeamFixture.Team;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.Visitor;
import org.yiwang.testing.VolunteerFixture;
import org.yiwang.volunteer.VolunteerView;

/** The letter that people read: every figure is read off its page and held against the records, and every link is opened. */
@CityTest
class LettersTest {

    private static final int YEAR = 2025;
    private static final Pattern LINK = Pattern.compile("class=\"letter-because no-print\" href=\"([^\"]+)\"");
    private static final Pattern LINE = Pattern.compile("class=\"record-line\"");

    @Autowired
    private Letters letters;

    @Autowired
    private RecordCases cases;

    @Autowired
    private Trainings trainings;

    @Autowired
    private RecordIntake intake;

    @Autowired
    private PublicNotice notice;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void now() {
        clock.reset();
    }

    private record Done(RecordKey key, LocalDate day, int minutes, TimeKind kind, String team) {}

    @Test
    void every_figure_on_the_page_is_what_the_records_come_to_and_every_link_leads_to_them() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        VolunteerView person = VolunteerFixture.adult("信小信");
        List<Done> all = new ArrayList<>();
        Set<LocalDate> days = new HashSet<>();
        while (all.size() < 24) {
            LocalDate day = LocalDate.of(2023, 6, 1).plusDays(random.nextInt(900));
            if (day.getYear() <= YEAR && days.add(day)) {
                all.add(serve(person, day, random));
            }
        }
        all.add(serve(person, LocalDate.of(YEAR, 12, 31), random));
        Visitor visitor = Visitor.asAccount(person.contactAccountId());

        compare(visitor, all, "seed " + seed);

        // A record that falls away takes its part of the letter along.
        Done gone =
                all.stream().filter(d -> d.day().getYear() == YEAR).findFirst().orElseThrow();
        cases.declareVoid(List.of(gone.key()), new Because(1, "并没有参加", null, null));
        all.remove(gone);
        compare(visitor, all, "seed " + seed + " after a correction");
    }

    private static Done serve(VolunteerView person, LocalDate day, Random random) {
        int minutes = 30 + random.nextInt(300);
        TimeKind kind = random.nextInt(3) == 0 ? TimeKind.HONOUR : TimeKind.CREDIT;
        String team = List.of("花桥志愿队", "江滩护绿队", "书香队").get(random.nextInt(3));
        return new Done(
                RecordFixture.effective(person.id(), day, minutes, kind, team, "清洁家园 " + day),
                day,
                minutes,
                kind,
                team);
    }

    private static void compare(Visitor visitor, List<Done> all, String as) {
        String page = visitor.get("/me/letters/" + YEAR).body();
        String text = page.replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
        List<Done> year = all.stream().filter(d -> d.day().getYear() == YEAR).toList();
        assertThat(text).as(as).contains("您服务了 " + year.size() + " 次，在 " + year.size() + " 个日子里");
        for (TimeKind kind : List.of(TimeKind.CREDIT, TimeKind.HONOUR)) {
            int minutes = year.stream()
                    .filter(d -> d.kind() == kind)
                    .mapToInt(Done::minutes)
                    .sum();
            String name = kind == TimeKind.CREDIT ? "信用时长" : "荣誉时长";
            if (minutes == 0) {
                assertThat(text).as(as).doesNotContain(name);
            } else {
                assertThat(text).as(as).contains(name + " " + written(minutes));
            }
        }
        for (String team : year.stream().map(Done::team).distinct().toList()) {
            long times = year.stream().filter(d -> d.team().equals(team)).count();
            assertThat(text).as(as).contains(team + "，" + times + " 次");
        }
        Matcher link = LINK.matcher(page);
        int links = 0;
        while (link.find()) {
            String address = link.group(1).replace("&amp;", "&");
            if (address.contains("/because")) {
                Visitor.Answer answer = visitor.get(address);
                assertThat(answer.status()).as("%s %s", as, address).isEqualTo(200);
                long lines = LINE.matcher(answer.body()).results().count();
                assertThat(lines).as("%s %s", as, address).isEqualTo(expected(address, all));
            } else {
                // One record: the first of the year, or the first with that team of the year which is known longest.
                assertThat(List.of(first(year), first(withTeamsOf(year, all))))
                        .as("%s %s", as, address)
                        .anyMatch(address::contains);
            }
            links++;
        }
        assertThat(links).as(as).isGreaterThanOrEqualTo(5);
    }

    private static List<Done> withTeamsOf(List<Done> year, List<Done> all) {
        Set<String> teams = year.stream().map(Done::team).collect(Collectors.toSet());
        return all.stream().filter(d -> teams.contains(d.team())).toList();
    }

    private static String first(List<Done> services) {
        return services.stream()
                .min(Comparator.comparing(Done::day))
                .map(d -> "/me/hours/" + Ids.text(d.key().recordId()))
                .orElseThrow();
    }

    /** How many services the address of a list stands for, counted anew. */
    private static long expected(String address, List<Done> all) {
        String which = address.substring(address.indexOf("which=") + 6);
        return all.stream()
                .filter(d -> address.contains("what=FRIEND")
                        ? d.day().getYear() <= YEAR
                        : d.day().getYear() == YEAR)
                .filter(d -> !address.contains("what=CREDIT") || d.kind() == TimeKind.CREDIT)
                .filter(d -> !address.contains("what=HONOUR") || d.kind() == TimeKind.HONOUR)
                .filter(d -> !address.contains("what=TEAM") && !address.contains("what=FRIEND")
                        || which.equals(Ids.text(RecordFixture.organization(d.team()))))
                .count();
    }

    private static String written(int minutes) {
        return minutes < 60
                ? minutes + " 分"
                : minutes % 60 == 0 ? minutes / 60 + " 小时" : minutes / 60 + " 小时 " + minutes % 60 + " 分";
    }

    @Test
    void an_empty_year_is_all_right_and_a_training_and_those_served_are_told_as_recorded() {
        Team team = TeamFixture.team();
        VolunteerView person = VolunteerFixture.adult("信小安");
        Visitor visitor = Visitor.asAccount(person.contactAccountId());
        assertThat(visitor.get("/me/letters").body()).contains("/me/letters/2025", "到今天为止");
        assertThat(visitor.get("/me/letters/2025").body()).contains("没有留下记录。没有关系");
        assertThat(visitor.get("/me/letters/2099").status()).isEqualTo(404);
        assertThat(visitor.get("/me/letters/x").status()).isEqualTo(404);

        var activity = Served.closed(team, person);
        trainings.ofCrew(
                team.admin(), activity.id(), new TrainingDraft("急救常识", "心肺复苏和包扎", 150, "区红十字会", LocalDate.now(clock)));
        clock.advance(Duration.ofDays(4));
        notice.countDue();
        int year = LocalDate.now(clock).getYear();
        Letter letter = letters.of(VolunteerFixture.actor(person), person.id(), year);
        assertThat(letter.sentences().stream().map(Sentence::key))
                .contains("first", "times", "hours", "teams", "categories", "served", "trainings")
                .doesNotContain("friend", "nothing");
        String page = visitor.get("/me/letters/" + year).body();
        assertThat(page).contains("急救常识", "2 小时 30 分");
        open(visitor, page);
        assertThat(visitor.api("GET", "/api/v1/volunteers/" + Ids.text(person.id()) + "/letters/" + year, null)
                        .body())
                .contains("这一年您服务了 1 次", "/me/letters/" + year + "/because");
        refused(
                "volunteer.not-yours",
                () -> letters.of(VolunteerFixture.actor(VolunteerFixture.adult("别人")), person.id(), year));
    }

    /** As in the demo city: a body of another platform has no number here, and its activities say nothing of whom they served. */
    @Test
    void hours_that_came_from_another_platform_stand_in_the_letter_and_can_be_opened() {
        VolunteerView person = VolunteerFixture.adult("信小迁");
        LocalDate day = LocalDate.of(2025, 12, 5);
        Period served = new Period(Instant.parse("2025-12-05T01:00:00Z"), Instant.parse("2025-12-05T04:00:00Z"));
        intake.take(
                List.of(new RecordDraft(
                        Ids.next(),
                        person.id(),
                        new Statutory(0, 0, 0, "黄石港护绿队", "420200", "志愿者日护绿", "06", "队员", "磁湖边", "何队长", List.of()),
                        served,
                        served,
                        "yiwang/420200 " + day,
                        TimeKind.CREDIT)),
                new Terms(Origin.TRANSFER, 0, null, "record.why.passport"));
        Visitor visitor = Visitor.asAccount(person.contactAccountId());
        String page = visitor.get("/me/letters/2025").body();
        assertThat(page).contains("黄石港护绿队，1 次", "信用时长 3 小时").doesNotContain("您服务的人");
        open(visitor, page);
    }

    private static void open(Visitor visitor, String page) {
        Matcher link = LINK.matcher(page);
        while (link.find()) {
            assertThat(visitor.get(link.group(1).replace("&amp;", "&")).status())
                    .as(link.group(1))
                    .isEqualTo(200);
        }
    }
}
