package org.yiwang.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.testing.Refusals.refused;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.account.Grants;
import org.yiwang.activity.ActivityView;
import org.yiwang.dossier.Served;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Role;
import org.yiwang.kernel.Scope;
import org.yiwang.letter.KindWord.Draft;
import org.yiwang.letter.KindWord.Reason;
import org.yiwang.letter.KindWord.State;
import org.yiwang.testing.City;
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
        assertThat(reader.get("/me/inbox").body()).contains("收到了感谢的话").doesNotContain("楼道");
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
    void whoever_served_passes_no_thanks_on_to_oneself_by_whatever_account_they_came() {
        ActivityView own = Served.closed(team, person, team.leader());
        box.leave(codes.token(team.admin(), own.id()), new Draft("何队长真了不起", null, false, true), "1", "");
        long written = desk.of(team.admin(), own.id()).getFirst().wordId();
        refused("letter.served-there", () -> desk.deliver(team.admin(), own.id(), written));
        refused("letter.served-there", () -> desk.deliver(again("谢小谢"), own.id(), written));
        Actor guest = PeopleFixture.leader(Role.LIAISON, team.id());
        long told = desk.note(guest, own.id(), new Draft("谢谢大家", null, false, true));
        refused("letter.served-there", () -> desk.deliver(team.admin(), own.id(), told));
        desk.deliver(guest, own.id(), written);
        desk.refuse(team.admin(), own.id(), told, Reason.NOT_ABOUT);
    }

    /** The same human by another account, which leads the team as well. */
    private Actor again(String name) {
        VolunteerView twice = VolunteerFixture.adult(name);
        City.bean(Grants.class)
                .give(
                        Actor.SYSTEM,
                        twice.contactAccountId(),
                        Role.LIAISON,
                        new Scope.InOrganization(team.id()),
                        "test");
        return VolunteerFixture.actor(twice);
    }

    @Test
    void those_who_served_are_told_once_a_day_however_many_thanks_came() {
        for (int i = 0; i < 3; i++) {
            box.leave(code, new Draft("谢谢 " + i, null, false, false), "d" + i, "");
        }
        desk.of(team.admin(), activity.id()).forEach(w -> desk.deliver(team.admin(), activity.id(), w.wordId()));
        assertThat(mine()).hasSize(3);
        assertThat(told()).isEqualTo(1);
        clock.advance(Duration.ofDays(1));
        box.leave(code, new Draft("又要谢谢", null, false, false), "e", "");
        desk.deliver(
                team.admin(),
                activity.id(),
                desk.of(team.admin(), activity.id()).getFirst().wordId());
        assertThat(told()).isEqualTo(2);
    }

    private int told() {
        return Visitor.asAccount(person.contactAccountId())
                        .get("/me/inbox")
                        .body()
                        .split("收到了感谢的话", -1)
                        .length
                - 1;
    }

    @Test
    void one_address_leaves_many_words_and_guesses_few_receipts() {
        String home = "2001:db8:" + i(code) + "::";
        String receipt = "";
        for (int i = 0; i < 60; i++) {
            receipt = box.leave(code, new Draft("谢谢 " + i, null, false, false), "f" + i, home + i);
        }
        refused("letter.too-many-today", () -> box.leave(code, new Draft("谢谢", null, false, false), "x", home + 99));
        box.takeBack(receipt, home + "1");
        for (int i = 0; i < 20; i++) {
            refused("letter.receipt-unknown", () -> box.takeBack("ABCDEFGHJKLM", home + "1"));
        }
        String another = box.leave(code, new Draft("谢谢", null, false, false), "y", "");
        refused("letter.too-many-today", () -> box.takeBack(another, home + "2"));
        box.takeBack(another, "");
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
