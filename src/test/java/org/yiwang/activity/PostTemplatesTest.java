package org.yiwang.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Refusal;
import org.yiwang.kernel.Role;
import org.yiwang.testing.ActivityFixture;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.Visitor;

@CityTest
class PostTemplatesTest {

    @Autowired
    private PostTemplates templates;

    @Autowired
    private ActivityDrafts drafts;

    @Autowired
    private ActivityDesk desk;

    @Autowired
    private ActivityFixture fixture;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private Organizer team = Organizer.NONE;

    @BeforeEach
    void begin() {
        clock.reset();
        team = Organizer.approved();
    }

    private long draft() {
        return drafts.create(
                team.leader(),
                fixture.draft(team.id()),
                List.of(ActivityFixture.post(Conditions.NONE, fixture.daily(2, 10))));
    }

    @Test
    void fills_a_draft_with_the_seven_roles_once_at_the_times_of_its_first_post() {
        long id = draft();
        assertThat(templates.add(team.leader(), id, "epidemic-seven")).isEqualTo(7);
        assertThatThrownBy(() -> templates.add(team.leader(), id, "epidemic-seven"))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.problem()).isEqualTo(ActivityProblem.NOTHING_CHANGED));
        assertThatThrownBy(() -> templates.add(team.leader(), id, "no-such"))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.problem()).isEqualTo(ActivityProblem.TEMPLATE_UNKNOWN));

        ActivityDrafts.Sheet sheet = drafts.get(team.leader(), id);
        assertThat(sheet.posts())
                .extracting(PostView::name)
                .containsExactly("清洁员", "小区守门员", "防疫宣传员", "体温检测员", "环境消杀员", "信息登记员", "物资配送员", "心理关爱员");
        assertThat(sheet.posts())
                .allSatisfy(p -> assertThat(p.shifts())
                        .extracting(ShiftView::period)
                        .containsExactlyElementsOf(sheet.posts().getFirst().shifts().stream()
                                .map(ShiftView::period)
                                .toList()));
        assertThat(sheet.posts().getLast().conditions().qualifications()).containsExactly("psychologist");
        assertThat(sheet.draft().protections()).isEqualTo(Set.of("01", "05", "08", "10"));
        assertThat(desk.check(team.leader(), id).findings()).isEmpty();
    }

    @Test
    void one_button_and_one_call_do_it_and_a_missing_post_is_put_back() {
        long id = draft();
        Visitor visitor = Visitor.asAccount(team.leader().accountId());
        String posts = "/desk/activities/" + Ids.text(id) + "/posts";
        assertThat(visitor.get(posts).body()).contains("社区防疫七员", "添加这 7 个岗位");
        assertThat(visitor.post(posts + "/template", Map.of("template", "epidemic-seven"))
                        .location())
                .isEqualTo(posts);
        assertThat(visitor.get(posts).body()).contains("心理关爱员").doesNotContain("posts/template");
        assertThat(visitor.post(posts + "/template", Map.of("template", "epidemic-seven"))
                        .body())
                .contains("form-refusal");
        drafts.removePost(
                team.leader(),
                id,
                drafts.get(team.leader(), id).posts().getLast().id());
        assertThat(visitor.api("GET", "/api/v1/activities/post-templates", null).body())
                .contains("epidemic-seven");
        assertThat(visitor.api(
                                "POST",
                                "/api/v1/activities/" + Ids.text(id) + "/posts/template",
                                Map.of("code", "epidemic-seven"))
                        .json()
                        .get("posts")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void reviewers_in_reach_are_told_once_a_day_that_something_waits() {
        long street = PeopleFixture.account("街道", PeopleFixture.at(Role.STREET_OFFICE, "420102015"));
        long elsewhere = PeopleFixture.account("别处", PeopleFixture.at(Role.STREET_OFFICE, "420102001"));
        long looksOnly = PeopleFixture.account("社区", PeopleFixture.at(Role.COMMUNITY_STAFF, "420102015"));
        desk.publish(team.leader(), draft());
        desk.publish(team.leader(), draft());
        assertThat(told(street)).isEqualTo(1);
        assertThat(told(elsewhere)).isZero();
        assertThat(told(looksOnly)).isZero();
        assertThat(told(team.leader().accountId())).isZero();
        clock.advance(Duration.ofDays(1));
        long next = drafts.create(
                team.leader(),
                fixture.draft(team.id()),
                List.of(ActivityFixture.post(Conditions.NONE, fixture.shift(Duration.ofDays(1), 60, 3))));
        desk.publish(team.leader(), next);
        assertThat(told(street)).isEqualTo(2);
    }

    private int told(long account) {
        return jdbc.sql("select count(*) from notification_inbox where account_id = :account and key = :key")
                .param("account", account)
                .param("key", "notice.activity.submitted")
                .query(Integer.class)
                .single();
    }
}
