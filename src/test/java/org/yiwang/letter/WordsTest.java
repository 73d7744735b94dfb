package org.yiwang.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.testing.Refusals.refused;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.activity.ActivityView;
import org.yiwang.dossier.Served;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Role;
import org.yiwang.letter.KindWord.Draft;
import org.yiwang.letter.KindWord.Reason;
import org.yiwang.letter.KindWord.State;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TeamFixture;
import org.yiwang.testing.TeamFixture.Team;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.Visitor;
import org.yiwang.testing.VolunteerFixture;
import org.yiwang.trust.Thanks;
import org.yiwang.volunteer.VolunteerView;

/** Words of thanks: from people without an account, looked at by the team, read by those who served, taken back for good. */
@CityTest
class WordsTest {

    private static final Pattern RECEIPT = Pattern.compile("class=\"big-number\">([^<]+)<");

    @Autowired
    private WordBox box;

    @Autowired
    private WordDesk desk;

    @Autowired
    private OwnWords own;

    @Autowired
    private Thanks codes;

    @Autowired
    private TestClock clock;

    private Team team;
    private VolunteerView person;
    private ActivityView activity;
    private String code;

    @BeforeEach
    void served() {
        clock.reset();
        team = TeamFixture.team();
        person = VolunteerFixture.adult("谢小谢");
        activity = Served.closed(team, person);
        code = codes.token(team.admin(), activity.id());
    }

    @Test
    void words_left_without_an_account_reach_those_who_served_after_a_look_and_are_deleted_by_the_receipt() {
        Visitor guest = Visitor.anonymous();
        assertThat(guest.get("/thanks/" + code).body()).contains("/thanks/" + code + "/words");
        String key = Ids.text(Ids.next());
        Map<String, String> form = Map.of("words", "谢谢你们，<楼道>干净多了！", "name", "三楼王阿姨", "show", "yes", "_key", key);
        guest.get("/thanks/" + code + "/words");
        String first = receipt(guest.post("/thanks/" + code + "/words", form).body());
        assertThat(receipt(guest.post("/thanks/" + code + "/words", form).body()))
                .as("the same form sent twice")
                .isEqualTo(first);
        assertThat(guest.post("/thanks/" + code + "/words", Map.of("words", "电话 13812345678"))
                        .body())
                .contains("请不要写电话");
        assertThat(mine()).isEmpty();
        assertThat(Visitor.asAccount(team.leader().contactAccountId())
                        .get("/desk")
                        .body())
                .contains("句感谢的话等您看一遍");
        assertThat(Visitor.asAccount(team.leader().contactAccountId())
                        .get("/desk/words")
                        .body())
                .contains("&lt;楼道");

        KindWord waiting = only();
        desk.deliver(team.admin(), activity.id(), waiting.wordId());
        refused("letter.not-waiting", () -> desk.deliver(team.admin(), activity.id(), waiting.wordId()));
        Visitor reader = Visitor.asAccount(person.contactAccountId());
        assertThat(reader.get("/me/inbox").body()).contains("收到了一句感谢的话").doesNotContain("楼道");
        assertThat(reader.get("/me/thanks").body()).contains("楼道", "三楼王阿姨");
        assertThat(Visitor.asAccount(VolunteerFixture.adult("路人").contactAccountId())
                        .get("/me/thanks")
                        .body())
                .doesNotContain("楼道");

        assertThat(guest.post("/thanks", Map.of("receipt", "ABCD EFGH JKLM")).status())
                .isEqualTo(404);
        assertThat(guest.post("/thanks", Map.of("receipt", first.toLowerCase(Locale.ROOT)))
                        .status())
                .isEqualTo(303);
        assertThat(mine()).isEmpty();
        assertThat(desk.of(team.admin(), activity.id())).isEmpty();
    }

    @Test
    void what_was_told_by_phone_is_marked_and_a_second_person_has_the_look() {
        long told = desk.note(team.admin(), activity.id(), new Draft("谢谢你们帮我换灯泡", null, false, true));
        refused("letter.second-person", () -> desk.deliver(team.admin(), activity.id(), told));
        Actor liaison = PeopleFixture.leader(Role.LIAISON, team.id());
        desk.deliver(liaison, activity.id(), told);
        assertThat(mine())
                .singleElement()
                .satisfies(r -> assertThat(r.word().origin()).isEqualTo(KindWord.Origin.TOLD));
        assertThat(desk.wall(liaison, activity.id())).hasSize(1);
        assertThat(Visitor.asAccount(person.contactAccountId())
                        .get("/me/thanks")
                        .body())
                .contains("电话转达");
        assertThat(own.export(person.id())).asString().contains("谢谢你们帮我换灯泡", "TOLD");
        desk.takeBack(liaison, activity.id(), told);
        assertThat(mine()).isEmpty();
    }

    @Test
    void what_hurts_is_not_passed_on_and_no_other_team_may_look() {
        box.leave(code, new Draft("你们真没用", "甲", true, true), "1", "");
        KindWord word = only();
        Actor stranger = TeamFixture.team().admin();
        refused("access.out-of-scope", () -> desk.of(stranger, activity.id()));
        refused("access.out-of-scope", () -> desk.deliver(stranger, activity.id(), word.wordId()));
        assertThat(desk.waiting(stranger)).isEmpty();
        desk.refuse(team.admin(), activity.id(), word.wordId(), Reason.ABUSE);
        assertThat(only().state()).isEqualTo(State.REFUSED);
        assertThat(mine()).isEmpty();
        refused("letter.writer-only", () -> desk.takeBack(team.admin(), activity.id(), word.wordId()));
    }

    @Test
    void one_address_leaves_only_so_many_a_day() {
        for (int i = 0; i < 10; i++) {
            box.leave(code, new Draft("谢谢 " + i, null, false, false), "f" + i, "2001:db8:" + i(code) + "::" + i);
        }
        refused(
                "letter.too-many-today",
                () -> box.leave(code, new Draft("谢谢", null, false, false), "x", "2001:db8:" + i(code) + "::99"));
        refused("trust.thanks-unknown", () -> box.leave("unknown", new Draft("谢谢", null, false, false), "x", ""));
    }

    /** A network of this test run's own. */
    private static String i(String code) {
        return Integer.toHexString(code.hashCode() & 0xFFFF);
    }

    private KindWord only() {
        List<KindWord> all = desk.of(team.admin(), activity.id());
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private List<OwnWords.Received> mine() {
        return own.of(VolunteerFixture.actor(person), person.id());
    }

    private static String receipt(String page) {
        Matcher found = RECEIPT.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return Objects.requireNonNull(found.group(1));
    }
}
