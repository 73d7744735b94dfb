package org.yiwang.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.activity.ActivityView.State;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Role;
import org.yiwang.testing.ActivityFixture;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.Visitor;
import org.yiwang.testing.Visitor.Answer;

@CityTest
class ActivityPagesTest {

    @Autowired
    private Activities activities;

    @Autowired
    private ActivityDrafts drafts;

    @Autowired
    private ActivityReview review;

    @Autowired
    private ActivityFixture fixture;

    @Autowired
    private TestClock clock;

    private Organizer team = Organizer.NONE;
    private Visitor leader = Visitor.anonymous(1);

    @BeforeEach
    void begin() {
        clock.reset();
        team = Organizer.approved();
        leader = Visitor.asAccount(team.leader().accountId());
    }

    private Map<String, Object> form(String title) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("_key", Ids.text(Ids.next()));
        form.put("organization", Ids.text(team.id()));
        form.put("region", fixture.draft(team.id()).region().value());
        form.put("title", title);
        form.put("description", "和邻居们一起清理楼道和花坛，把可回收的纸箱分开捆好，送到小区门口的回收点。");
        form.put("category", "06");
        form.put("objects", List.of("10", "03"));
        form.put("postName", "清洁员");
        form.put("shiftDay", "2026-11-28");
        form.put("shiftFrom", "09:00");
        form.put("shiftTo", "11:00");
        form.put("capacity", "10");
        form.put("repeat", "weekly");
        form.put("times", "2");
        form.put("address", "花桥二村 12 号楼门口");
        form.put("riskLevel", "0");
        form.put("riskNote", "平地清扫，注意湿滑地面和台阶。");
        form.put("contactName", "王队长");
        form.put("contactPhone", "027-82345678");
        form.put("scope", "PUBLIC");
        return form;
    }

    private long created(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(303);
        assertThat(answer.location()).matches("/desk/activities/[0-9A-Z]{13}/posts");
        return Ids.parse(answer.location().split("/")[3]).orElseThrow();
    }

    @Test
    void an_activity_lives_from_draft_to_closed_without_javascript() {
        assertThat(leader.get("/desk/activities/new").body()).contains("name=\"title\"", team.id() == 0 ? "" : "清洁");
        long id = created(leader.post("/desk/activities", form("江边清洁日")));
        String base = "/desk/activities/" + Ids.text(id);
        assertThat(activities.get(id).shifts()).hasSize(2);
        assertThat(leader.get(base + "/posts").text()).contains("清洁员", "11月28日(周六) 09:00–11:00", "12月5日(周六)");
        assertThat(leader.get(base).text()).contains("可以发布了", "最初的几个活动");

        Answer submitted = leader.post(base + "/publish", Map.of());
        assertThat(submitted.location()).isEqualTo(base);
        assertThat(leader.get(base).text()).contains("已提交审核").contains("审核中");

        Visitor office = Visitor.asAccount(
                PeopleFixture.staff(Role.STREET_OFFICE, "420102015").accountId());
        assertThat(office.get("/gov/activities").text()).contains("江边清洁日");
        String decide = "/gov/activities/" + Ids.text(id);
        assertThat(office.get(decide).text()).contains("服务对象明确");
        assertThat(office.post(decide + "/approve", Map.of("ticked", "unpaid")).text())
                .contains("逐项核对并勾选");
        List<String> all = review.get(org.yiwang.kernel.Actor.SYSTEM, id).checklist().stream()
                .map(ActivityReview.CheckItem::code)
                .toList();
        assertThat(office.post(decide + "/approve", Map.of("ticked", all)).location())
                .isEqualTo("/gov/activities");

        assertThat(Visitor.anonymous()
                        .get("/activities?q=%E6%B1%9F%E8%BE%B9%E6%B8%85%E6%B4%81")
                        .text())
                .contains("江边清洁日", "有空位");
        clock.set(activities.get(id).shifts().getLast().period().start().plusSeconds(60));
        assertThat(Visitor.anonymous()
                        .get("/activities?q=%E6%B1%9F%E8%BE%B9%E6%B8%85%E6%B4%81")
                        .text())
                .contains("江边清洁日", "报名已结束");
        assertThat(leader.get(base + "/close").status()).isEqualTo(200);
        Map<String, String> summary = Map.of("done", "清理了三个楼道和两处花坛，收集纸箱四十公斤，居民都说好。", "servedPeople", "46");
        assertThat(leader.post(base + "/close", summary).text()).contains("最后一个班次还没有结束");
        clock.set(activities.get(id).period().end());
        assertThat(leader.get("/desk/activities").text()).contains("等待结项");
        assertThat(leader.post(base + "/close", Map.of("done", "好", "servedPeople", "1"))
                        .text())
                .contains("小结要写清楚");
        assertThat(leader.post(base + "/close", summary).location()).isEqualTo(base);
        assertThat(activities.get(id).state()).isEqualTo(State.CLOSED);
        assertThat(leader.get(base).text()).contains("服务 46 人", "已结项");
    }

    @Test
    void a_form_with_faults_comes_back_with_everything_typed() {
        Map<String, Object> form = form("");
        form.put("capacity", "many");
        form.put("shiftFrom", "25:00");
        Answer answer = leader.post("/desk/activities", form);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("有 3 处需要修改", "请填数字");
        assertThat(answer.body()).contains("花桥二村 12 号楼门口", "value=\"王队长\"");
    }

    @Test
    void a_double_click_makes_one_activity() {
        Map<String, Object> form = form("只要一个活动");
        long first = created(leader.post("/desk/activities", form));
        long second = created(leader.post("/desk/activities", form));
        assertThat(second).isEqualTo(first);
    }

    @Test
    void html_in_a_name_is_text_on_every_page() {
        long id = created(leader.post("/desk/activities", form("\"><script>alert(1)</script>清洁")));
        for (String page : List.of("", "/posts", "/edit", "/cancel")) {
            assertThat(leader.get("/desk/activities/" + Ids.text(id) + page).body())
                    .as(page)
                    .contains("alert(1)")
                    .doesNotContain("\"><script>")
                    .doesNotContain(" <script>alert")
                    .doesNotContain("1><script>alert");
        }
    }

    @Test
    void all_pages_of_the_desk_open_in_both_languages() {
        ActivityView open = fixture.published(team.id(), fixture.daily(2, 5));
        String base = "/desk/activities/" + Ids.text(open.id());
        String shift = Ids.text(open.shifts().getFirst().id());
        String post = Ids.text(open.shifts().getFirst().postId());
        long draft = created(leader.post("/desk/activities", form("两种语言的草稿")));
        String writing = "/desk/activities/" + Ids.text(draft);
        String writingPost = Ids.text(activities.get(draft).shifts().getFirst().postId());
        List<String> pages = List.of(
                "/desk/activities",
                "/desk/activities?state=DRAFT",
                "/desk/activities?state=TO_CLOSE",
                "/desk/activities/new",
                base,
                base + "/posts",
                base + "/posts/" + post + "/shifts/new",
                base + "/shifts/" + shift,
                base + "/postpone",
                base + "/extend",
                base + "/correct",
                base + "/cancel",
                base + "/close",
                writing,
                writing + "/edit",
                writing + "/posts",
                writing + "/posts/new",
                writing + "/posts/" + writingPost,
                writing + "/cancel",
                "/desk/projects",
                "/desk/projects/new",
                "/activities",
                "/activities?when=weekend&free=yes",
                "/activities?region=420102&category=06&date=2026-11-22&page=2",
                "/activities/calendar",
                "/activities/calendar?month=2026-12&region=420102015",
                "/projects",
                "/projects/sheet?region=4201");
        for (String page : pages) {
            leader.cookie("yw_lang", null);
            Answer chinese = leader.get(page);
            assertThat(chinese.status()).as(page).isEqualTo(200);
            leader.cookie("yw_lang", "en");
            Answer english = leader.get(page);
            assertThat(english.status()).as(page).isEqualTo(200);
            assertThat(chinese.body()).as(page).doesNotContain("{0}");
            assertThat(english.body()).as(page).doesNotContain("{0}");
        }
    }

    @Test
    void odd_questions_of_the_list_are_answered_with_a_list() {
        Visitor visitor = Visitor.anonymous();
        for (String query : List.of(
                "?region=xx",
                "?region=999999",
                "?page=-1",
                "?page=99999999999",
                "?date=yesterday",
                "?when=never",
                "?category=zz",
                "?lat=abc&lng=1",
                "?lat=30.6",
                "?lat=999&lng=999",
                "?q=%25%5C_%27%00",
                "?q=" + "%E6%B8%85".repeat(200))) {
            assertThat(visitor.get("/activities" + query).status()).as(query).isEqualTo(200);
            assertThat(visitor.get("/activities/calendar" + query + "&month=13").status())
                    .as(query)
                    .isEqualTo(200);
        }
    }

    @Test
    void foreign_and_unknown_activities_are_refused() {
        ActivityView open = fixture.published(team.id(), 5);
        Visitor stranger = Visitor.asAccount(Organizer.approved().leader().accountId());
        String base = "/desk/activities/" + Ids.text(open.id());
        assertThat(stranger.get(base).status()).isEqualTo(403);
        assertThat(stranger.post(base + "/cancel", Map.of("reason", "不办了")).status())
                .isNotEqualTo(303);
        assertThat(stranger.post(base + "/publish", Map.of()).status()).isNotEqualTo(303);
        assertThat(stranger.get("/gov/activities/" + Ids.text(open.id())).status())
                .isEqualTo(403);
        assertThat(leader.get("/desk/activities/" + Ids.text(Ids.next())).status())
                .isEqualTo(404);
        assertThat(leader.get("/desk/activities/nonsense").status()).isIn(400, 404);
        assertThat(Visitor.anonymous().get(base).status()).isEqualTo(303);
        assertThat(activities.get(open.id()).state()).isEqualTo(State.PUBLISHED);
        assertThat(leader.post(base + "/publish", Map.of()).text()).contains("当前的状态不能做这一步");
    }

    @Test
    void a_project_is_shown_to_everybody_and_starts_an_activity() {
        String name = "老伙伴结对陪伴 " + Ids.text(Ids.next());
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("organization", Ids.text(team.id()));
        form.put("region", fixture.draft(team.id()).region().value());
        form.put("name", name);
        form.put("description", "陪独居老人说说话、读读报。");
        form.put("regularTime", "每周六上午 9 点到 11 点");
        form.put("place", "花桥社区活动室");
        form.put("contactName", "王队长");
        form.put("contactPhone", "");
        form.put("category", "17");
        form.put("listed", "yes");
        assertThat(leader.post("/desk/projects", form).text()).contains("请填写");
        form.put("contactPhone", "027-82345678");
        assertThat(leader.post("/desk/projects", form).location()).isEqualTo("/desk/projects");
        String organization = Ids.text(team.id());
        Visitor visitor = Visitor.anonymous();
        assertThat(visitor.get("/projects?organization=" + organization).text()).contains(name);
        assertThat(visitor.get("/projects/sheet?organization=" + organization).text())
                .contains(name, "每周六上午", "027-82345678", "打印日期");
        String desk = leader.get("/desk/projects").body();
        String link = desk.replaceAll("(?s).*?(/desk/activities/new\\?project=[0-9A-Z]{13}).*", "$1");
        assertThat(leader.get(link).body()).contains("value=\"" + name + "\"", "陪独居老人说说话");
    }

    @Test
    void the_api_writes_publishes_and_closes() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("organizationId", Ids.text(team.id()));
        body.put("region", fixture.draft(team.id()).region().value());
        body.put("title", "接口写的活动");
        body.put("categories", List.of("06"));
        body.put("objects", List.of("10"));
        body.put("description", "和邻居们一起清理楼道和花坛，把可回收的纸箱分开捆好，送到小区门口的回收点。");
        body.put("place", Map.of("address", "花桥二村 12 号楼门口"));
        body.put("contact", Map.of("name", "王队长", "phone", "027-82345678"));
        body.put("risk", Map.of("level", 0));
        body.put(
                "posts",
                List.of(Map.of(
                        "name",
                        "清洁员",
                        "shifts",
                        List.of(Map.of(
                                "start",
                                clock.instant().plus(Duration.ofDays(2)).toString(),
                                "end",
                                clock.instant()
                                        .plus(Duration.ofDays(2))
                                        .plusSeconds(7200)
                                        .toString(),
                                "capacity",
                                3)))));
        leader.header("Idempotency-Key", Ids.text(Ids.next()));
        Answer made = leader.api("POST", "/api/v1/activities", body);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        String id = made.json().path("id").asString();
        assertThat(leader.api("POST", "/api/v1/activities", body)
                        .json()
                        .path("id")
                        .asString())
                .isEqualTo(id);
        leader.header("Idempotency-Key", null);

        assertThat(Visitor.anonymous()
                        .api("GET", "/api/v1/activities/" + id, null)
                        .code())
                .isEqualTo("activity.unknown");
        assertThat(leader.api("GET", "/api/v1/activities/" + id + "/check", null)
                        .body())
                .contains("activity.risk-note-missing");
        assertThat(leader.api("POST", "/api/v1/activities/" + id + "/publish", null)
                        .code())
                .isEqualTo("activity.risk-note-missing");
        body.put("risk", Map.of("level", 0, "note", "平地清扫，注意湿滑地面和台阶。"));
        assertThat(leader.api("PUT", "/api/v1/activities/" + id, body).status()).isEqualTo(200);
        assertThat(leader.api("POST", "/api/v1/activities/" + id + "/publish", null)
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("IN_REVIEW");

        Visitor office = Visitor.asAccount(
                PeopleFixture.staff(Role.DISTRICT_OFFICE, "420102").accountId());
        List<String> all = office.api("GET", "/api/v1/activities/" + id + "/review", null)
                .json()
                .valueStream()
                .map(line -> line.path("code").asString())
                .toList();
        assertThat(office.api("POST", "/api/v1/activities/" + id + "/review", Map.of("approve", true, "ticked", all))
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("PUBLISHED");
        assertThat(Visitor.anonymous()
                        .api("GET", "/api/v1/activities?q=%E6%8E%A5%E5%8F%A3%E5%86%99", null)
                        .body())
                .contains(id);
        assertThat(Visitor.anonymous()
                        .api("GET", "/api/v1/activities/" + id, null)
                        .json()
                        .path("riskNote")
                        .asString())
                .contains("平地");
        clock.advance(Duration.ofDays(3));
        assertThat(leader.api(
                                "POST",
                                "/api/v1/activities/" + id + "/close",
                                Map.of("done", "清理了三个楼道和两处花坛，收集纸箱四十公斤。", "servedPeople", 12))
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("CLOSED");
    }
}
