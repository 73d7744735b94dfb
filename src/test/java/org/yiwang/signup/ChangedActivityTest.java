package org.yiwang.signup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.testing.Refusals.refused;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.activity.Activities;
import org.yiwang.activity.ActivityCorrections;
import org.yiwang.activity.ActivityDesk;
import org.yiwang.activity.ActivityView;
import org.yiwang.activity.Contact;
import org.yiwang.activity.Correction;
import org.yiwang.activity.PublicChange;
import org.yiwang.activity.ShiftView;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.signup.SignUpView.State;
import org.yiwang.testing.ActivityFixture;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.TeamFixture;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.Visitor;
import org.yiwang.testing.VolunteerFixture;
import org.yiwang.volunteer.VolunteerView;

/** What becomes of sign-ups when a public activity is corrected or ends early, and who is told. */
@CityTest
class ChangedActivityTest {

    private static final String LONG = "和邻居们一起清理楼道、花坛和车棚，把可回收的纸箱分开捆好，送到小区西门的回收点。";

    @Autowired
    private SignUps signUps;

    @Autowired
    private ActivityCorrections corrections;

    @Autowired
    private ActivityDesk desk;

    @Autowired
    private Activities activities;

    @Autowired
    private ActivityFixture fixture;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private TeamFixture.Team team;
    private Actor leader;

    @BeforeEach
    void start() {
        clock.reset();
        team = TeamFixture.team();
        leader = team.admin();
    }

    private VolunteerView signedUp(String name, ActivityView activity, ShiftView shift) {
        VolunteerView person = VolunteerFixture.adult(name);
        assertThat(signUps.apply(VolunteerFixture.actor(person), person.id(), activity.id(), shift.id(), null, null)
                        .state())
                .isEqualTo(State.ACCEPTED);
        return person;
    }

    private int notices(VolunteerView person, String key) {
        return jdbc.sql("select count(*) from notification_inbox where account_id = :account and key = :key")
                .param("account", person.contactAccountId())
                .param("key", key)
                .query(Integer.class)
                .single();
    }

    private static void eventually(Runnable check) {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (true) {
            try {
                check.run();
                return;
            } catch (AssertionError e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void corrects_the_texts_shows_it_dated_and_tells_everybody_signed_up() {
        ActivityView activity = fixture.published(team.id(), 5);
        VolunteerView person = signedUp("甲", activity, activity.shifts().getFirst());
        Correction now = corrections.get(leader, activity.id());

        refused("activity.nothing-changed", () -> corrections.correct(leader, activity.id(), now, "没有变化"));
        Correction thin = new Correction("太短", now.address(), now.contact(), now.protections());
        refused("activity.description-thin", () -> corrections.correct(leader, activity.id(), thin, "改短"));
        Correction nobody = new Correction(now.description(), now.address(), new Contact(" ", ""), Set.of());
        refused("activity.contact-missing", () -> corrections.correct(leader, activity.id(), nobody, "没有联系人"));
        Correction unknown = new Correction(LONG, now.address(), now.contact(), Set.of("77"));
        refused("activity.code-unknown", () -> corrections.correct(leader, activity.id(), unknown, "保障"));
        Correction good = new Correction(LONG, "花桥二村西门 3 号岗亭", now.contact(), now.protections());
        refused("activity.reason-missing", () -> corrections.correct(leader, activity.id(), good, " "));

        corrections.correct(leader, activity.id(), good, "原来的集合点在施工");

        ActivityView after = activities.get(activity.id());
        assertThat(after.place().address()).isEqualTo("花桥二村西门 3 号岗亭");
        assertThat(after.place().latitude()).isEqualTo(activity.place().latitude());
        assertThat(after.shifts()).isEqualTo(activity.shifts());
        PublicChange change = activities.changes(activity.id()).getFirst();
        assertThat(change.parts()).containsExactly("description", "address");
        assertThat(change.reason()).isEqualTo("原来的集合点在施工");
        assertThat(Visitor.anonymous()
                        .get("/activities/" + Ids.text(activity.id()))
                        .body())
                .contains("更正记录", "原来的集合点在施工", "西门 3 号岗亭");
        eventually(() ->
                assertThat(notices(person, "notice.signup.corrected-place")).isEqualTo(1));
        assertThat(jdbc.sql("select count(*) from account_audit where what = 'activity.correct' and subject = :s")
                        .param("s", "activity:" + Ids.text(activity.id()))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void ends_early_calls_off_what_has_not_begun_and_keeps_what_was_served() {
        ActivityView activity = fixture.published(
                team.id(),
                fixture.shift(Duration.ofHours(1), 60, 5),
                fixture.shift(Duration.ofHours(3), 120, 5),
                fixture.shift(Duration.ofHours(8), 60, 5));
        List<ShiftView> shifts = activity.shifts();
        VolunteerView served = signedUp("已服务", activity, shifts.get(0));
        VolunteerView serving = signedUp("正在服务", activity, shifts.get(1));
        VolunteerView coming = signedUp("还没来", activity, shifts.get(2));
        refused("activity.not-begun", () -> corrections.cutShort(leader, activity.id(), null, "下雨"));

        clock.advance(Duration.ofHours(4));
        Instant now = clock.instant();
        refused("activity.time-past", () -> corrections.cutShort(leader, activity.id(), now.minusSeconds(1), "下雨"));
        refused(
                "activity.nothing-changed",
                () -> corrections.cutShort(
                        leader, activity.id(), shifts.get(2).period().end(), "下雨"));
        Instant until = now.plus(Duration.ofMinutes(10));
        corrections.cutShort(leader, activity.id(), until, "雷雨大风");

        ActivityView after = activities.get(activity.id());
        assertThat(after.shifts())
                .extracting(ShiftView::id)
                .containsExactly(shifts.get(0).id(), shifts.get(1).id());
        assertThat(after.shifts().get(0).period()).isEqualTo(shifts.get(0).period());
        assertThat(after.period().end()).isEqualTo(until);
        assertThat(state(activity, shifts.get(0), served)).isEqualTo(State.ACCEPTED);
        assertThat(state(activity, shifts.get(1), serving)).isEqualTo(State.ACCEPTED);
        assertThat(state(activity, shifts.get(2), coming)).isEqualTo(State.CANCELLED);
        assertThat(signUps.upcoming(coming.id())).isEmpty();
        assertThat(signUps.mine(serving.id()).getFirst().period().end()).isEqualTo(until);
        assertThat(signUps.places(activity.id()))
                .containsOnlyKeys(shifts.get(0).id(), shifts.get(1).id());
        eventually(() -> {
            for (VolunteerView person : List.of(served, serving, coming)) {
                assertThat(notices(person, "notice.signup.cut-short")).isEqualTo(1);
            }
        });
        refused(
                "signup.unknown-shift",
                () -> signUps.apply(
                        VolunteerFixture.actor(served),
                        served.id(),
                        activity.id(),
                        shifts.get(2).id(),
                        null,
                        null));
        assertThat(Visitor.anonymous()
                        .get("/activities/" + Ids.text(activity.id()))
                        .body())
                .contains("提前结束", "雷雨大风");

        clock.advance(Duration.ofMinutes(11));
        desk.close(leader, activity.id(), "下雨提前收工，清理了三个楼道和一个花坛，垃圾已经清运。", 20, "");
        assertThat(activities.get(activity.id()).state()).isEqualTo(ActivityView.State.CLOSED);
    }

    private State state(ActivityView activity, ShiftView shift, VolunteerView person) {
        return signUps.find(activity.id(), shift.id(), person.id())
                .orElseThrow()
                .state();
    }

    @Test
    void pages_and_api_correct_and_end_early() {
        ActivityView activity = fixture.published(
                team.id(), fixture.shift(Duration.ofHours(1), 60, 5), fixture.shift(Duration.ofHours(5), 60, 5));
        String path = "/desk/activities/" + Ids.text(activity.id());
        Visitor visitor = Visitor.asAccount(leader.accountId());
        assertThat(visitor.get(path + "/correct").body()).contains("花桥二村 12 号楼门口");
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("description", LONG);
        form.put("address", "花桥二村 12 号楼门口");
        form.put("contactName", "李联络");
        form.put("contactPhone", "027-82340000");
        form.put("protections", List.of("05"));
        form.put("reason", "");
        assertThat(visitor.post(path + "/correct", form).status()).isEqualTo(200);
        form.put("reason", "换了联系人");
        assertThat(visitor.post(path + "/correct", form).location()).isEqualTo(path);
        String api = "/api/v1/activities/" + Ids.text(activity.id());
        assertThat(visitor.api("POST", api + "/corrections", Map.of("address", "花桥二村南门岗亭", "reason", "改到南门"))
                        .status())
                .isEqualTo(204);
        assertThat(Visitor.anonymous().api("GET", api + "/changes", null).body())
                .contains("换了联系人", "改到南门", "\"parts\":[\"address\"]");
        assertThat(visitor.get(path + "/cut-short").status()).isEqualTo(409);

        clock.advance(Duration.ofMinutes(90));
        assertThat(visitor.get(path).body()).contains(path + "/cut-short");
        assertThat(visitor.get(path + "/cut-short").body()).contains("datetime-local", "进行中");
        assertThat(visitor.post(path + "/cut-short", Map.of("until", "2001-01-01T09:00", "reason", "下雨"))
                        .status())
                .isEqualTo(200);
        assertThat(visitor.post(path + "/cut-short", Map.of("until", "", "reason", "下雨了"))
                        .location())
                .isEqualTo(path);
        assertThat(visitor.api("POST", api + "/cut-short", Map.of("reason", "再来一次"))
                        .code())
                .isEqualTo("activity.nothing-changed");
    }
}
