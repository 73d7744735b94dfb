package org.yiwang.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.testing.Refusals.refused;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.activity.ActivityView;
import org.yiwang.dossier.Served;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Role;
import org.yiwang.letter.KindWord.Draft;
import org.yiwang.record.Because;
import org.yiwang.record.EffectiveRecords;
import org.yiwang.record.PublicNotice;
import org.yiwang.record.RecordCases;
import org.yiwang.record.RecordFixture;
import org.yiwang.record.RecordKey;
import org.yiwang.record.TimeKind;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TeamFixture;
import org.yiwang.testing.TeamFixture.Team;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.Visitor;
import org.yiwang.testing.VolunteerFixture;
import org.yiwang.volunteer.VolunteerView;

/** One service told from facts alone, to the person alone. */
@CityTest
class StoriesTest {

    private static final Pattern LINK = Pattern.compile("class=\"letter-because no-print\" href=\"([^\"]+)\"");

    @Autowired
    private Stories stories;

    @Autowired
    private EffectiveRecords services;

    @Autowired
    private RecordCases cases;

    @Autowired
    private WordDesk desk;

    @Autowired
    private PublicNotice notice;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void now() {
        clock.reset();
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void a_card_says_what_is_on_record_and_every_sentence_opens_what_it_rests_on() {
        Team team = TeamFixture.team();
        VolunteerView person = VolunteerFixture.adult("欧阳小故");
        VolunteerView second = VolunteerFixture.adult("同行甲乙");
        VolunteerView third = VolunteerFixture.adult("同行丙丁");
        VolunteerView fourth = VolunteerFixture.adult("同行戊己");
        ActivityView activity = Served.closed(team, person, second, third, fourth);
        long word = desk.note(team.admin(), activity.id(), new Draft("谢谢你们帮我换灯泡", "三楼王阿姨", true, false));
        desk.note(team.admin(), activity.id(), new Draft("这一句还没有转", null, false, false));
        desk.deliver(PeopleFixture.leader(Role.LIAISON, team.id()), activity.id(), word);
        long record = waiting(person);
        refused("letter.not-counting", () -> stories.of(VolunteerFixture.actor(person), person.id(), record, false));
        assertThat(stories.list(VolunteerFixture.actor(person), person.id(), 1).items())
                .isEmpty();

        count();
        Story story = stories.of(VolunteerFixture.actor(person), person.id(), record, false);
        assertThat(story.sentences().stream().map(Sentence::key))
                .containsExactly(
                        "story-day",
                        "story-place",
                        "story-team",
                        "story-credit",
                        "story-others",
                        "story-served",
                        "story-thanked");
        assertThat(story.sentences()).allSatisfy(s -> assertThat(s.sources()).isNotEmpty());
        Visitor visitor = Visitor.asAccount(person.contactAccountId());
        assertThat(visitor.get("/me/stories").body()).contains(address(record), "有感谢的话");
        String page = visitor.get(address(record)).body();
        assertThat(page)
                .contains(activity.title(), "欧***的一次服务", "还有 3 人", "服务了 4 人", "谢谢你们帮我换灯泡", minutes(person))
                .doesNotContain("三楼王阿姨", "这一句还没有转", "同行");
        assertThat(page.substring(page.indexOf("<main"), page.indexOf("</main>")))
                .doesNotContain("欧阳小故");
        assertThat(visitor.get(address(record) + "?named=yes").body()).contains("欧阳小故的一次服务");
        int links = 0;
        for (Matcher link = LINK.matcher(page); link.find(); links++) {
            Visitor.Answer source = visitor.get(link.group(1).replace("&amp;", "&"));
            assertThat(source.status()).as(link.group(1)).isEqualTo(200);
        }
        assertThat(links).as("one for each sentence, and for the word").isEqualTo(8);
        String api = "/api/v1/volunteers/" + Ids.text(person.id()) + "/stories/" + Ids.text(record);
        assertThat(visitor.api("GET", api, null).body()).contains("欧***", "还有 3 人", "/me/hours/" + Ids.text(record));

        // With one of them gone, those who are left could be told apart.
        long theirs = waiting(fourth);
        cases.declareVoid(List.of(new RecordKey(fourth.id(), theirs)), new Because(1, "并没有参加", null, null));
        assertThat(visitor.get(address(record)).body()).doesNotContain("还有").contains("服务了 4 人");
        refused("letter.not-counting", () -> stories.of(VolunteerFixture.actor(fourth), fourth.id(), theirs, false));
    }

    @Test
    void nobody_else_opens_a_card() {
        VolunteerView person = VolunteerFixture.adult("故小己");
        VolunteerView other = VolunteerFixture.adult("故小别");
        RecordKey key = serve(person);
        Actor stranger = VolunteerFixture.actor(other);
        refused("volunteer.not-yours", () -> stories.of(stranger, person.id(), key.recordId(), false));
        refused("volunteer.not-yours", () -> stories.list(stranger, person.id(), 1));
        refused("record.unknown", () -> stories.of(stranger, other.id(), key.recordId(), false));
        Visitor visitor = Visitor.asAccount(other.contactAccountId());
        assertThat(visitor.get(address(key.recordId())).status()).isEqualTo(404);
        assertThat(visitor.get(address(key.recordId()) + "?of=" + Ids.text(person.id()))
                        .status())
                .isEqualTo(403);
        assertThat(visitor.get("/me/stories").body()).contains("还没有计入的服务");
    }

    @Test
    void the_card_of_a_minor_never_has_the_full_name() {
        VolunteerView guardian = VolunteerFixture.adult("故小娘");
        VolunteerView child = VolunteerFixture.ward(
                VolunteerFixture.actor(guardian), "故小宝贝", LocalDate.now(clock).minusYears(12));
        RecordKey key = serve(child);
        Story story = stories.of(VolunteerFixture.actor(guardian), child.id(), key.recordId(), true);
        assertThat(story.name()).isEqualTo("故***");
        assertThat(Visitor.asAccount(guardian.contactAccountId())
                        .get(address(key.recordId()) + "?named=yes&of=" + Ids.text(child.id()))
                        .body())
                .contains("故***的一次服务", "未成年人的卡上不写全名")
                .doesNotContain("故小宝贝", "named=yes\"");
    }

    private RecordKey serve(VolunteerView person) {
        return RecordFixture.effective(
                person.id(), LocalDate.now(clock).minusDays(30), 90, TimeKind.CREDIT, "花桥志愿队", "清洁家园");
    }

    /** The person's only record, which may not count yet. */
    private long waiting(VolunteerView person) {
        return services.live(person.id()).getFirst().recordId();
    }

    private String minutes(VolunteerView person) {
        int minutes = services.inFull(person.id()).getFirst().serviceMinutes();
        return minutes < 60 ? minutes + " 分" : minutes / 60 + " 小时";
    }

    private void count() {
        clock.advance(Duration.ofDays(4));
        notice.countDue();
    }

    private static String address(long record) {
        return "/me/stories/" + Ids.text(record);
    }
}
