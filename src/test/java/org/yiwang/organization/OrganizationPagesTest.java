package org.yiwang.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.testing.OrganizationFixture.approved;
import static org.yiwang.testing.OrganizationFixture.below;
import static org.yiwang.testing.OrganizationFixture.community;
import static org.yiwang.testing.OrganizationFixture.draft;
import static org.yiwang.testing.OrganizationFixture.today;
import static org.yiwang.testing.OrganizationFixture.volunteer;
import static org.yiwang.testing.OrganizationFixture.with;
import static org.yiwang.testing.PeopleFixture.actor;
import static org.yiwang.testing.PeopleFixture.staff;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Role;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.Visitor;
import org.yiwang.testing.Visitor.Answer;

@CityTest
class OrganizationPagesTest {

    /** 无此队伍: a name that no other test gives. */
    private static final String UNKNOWN_NAME = "%E6%97%A0%E6%AD%A4%E9%98%9F%E4%BC%8D";

    private static final Pattern KEY = Pattern.compile("name=\"_key\" value=\"([^\"]+)\"");

    @Autowired
    private TestClock clock;

    @Autowired
    private Organizations organizations;

    @Autowired
    private OrganizationApplications applications;

    private RegionCode community;

    @BeforeEach
    void start() {
        clock.reset();
        community = community("420102");
    }

    @Test
    void leads_an_applicant_from_the_region_through_the_form_to_an_approved_team() {
        Actor founder = volunteer("田甜");
        Visitor visitor = Visitor.asAccount(founder.accountId());
        assertThat(visitor.get("/organizations/new").body()).contains("选择区划");
        Answer form = visitor.get("/organizations/new?region=" + community.value() + "&go=yes");
        assertThat(form.status()).isEqualTo(200);
        assertThat(form.body()).contains("诚信承诺").contains("统一社会信用代码");

        Map<String, Object> typed = typed("页面队伍" + Ids.text(Ids.next()));
        typed.put("_key", key(form));
        typed.remove("honesty");
        Answer again = visitor.post("/organizations/new", typed);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).contains("请阅读并接受现行的诚信承诺").contains(String.valueOf(typed.get("name")));

        typed.put("honesty", "yes");
        Answer sent = visitor.post("/organizations/new", typed);
        assertThat(sent.status()).as(sent.text()).isEqualTo(303);
        assertThat(visitor.post("/organizations/new", typed).location())
                .as("the button pressed twice")
                .isEqualTo(sent.location());
        String id = sent.location().substring(sent.location().lastIndexOf('/') + 1);
        assertThat(visitor.get(sent.location()).body()).contains("待审核").contains("提交申请");
        assertThat(visitor.get(sent.location() + "/edit").body()).contains(String.valueOf(typed.get("name")));
        assertThat(Visitor.anonymous().get("/organizations/" + id).status()).isEqualTo(404);

        Visitor office = Visitor.asAccount(
                staff(Role.STREET_OFFICE, community.value().substring(0, 9)).accountId());
        assertThat(office.get("/gov/organizations").body()).contains(String.valueOf(typed.get("name")));
        Answer refused = office.post("/gov/organizations/" + id, Map.of("decision", "RETURN", "reason", " "));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("请写明理由");
        Answer approved = office.post(
                "/gov/organizations/" + id,
                Map.of("decision", "APPROVE", "reason", "", "filedUntil", today().plusYears(1)));
        assertThat(approved.status()).as(approved.text()).isEqualTo(303);
        Answer twice = office.post(
                "/gov/organizations/" + id,
                Map.of("decision", "APPROVE", "reason", "", "filedUntil", today().plusYears(1)));
        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.body()).contains("已经办理过了");

        assertThat(Visitor.anonymous().get("/organizations/" + id).body()).contains("登录后加入");
        for (String tab : List.of("", "/members", "/posts", "/filing", "/below", "/settings")) {
            assertThat(visitor.get("/desk/organizations/" + id + tab).status())
                    .as(tab)
                    .isEqualTo(200);
        }
        assertThat(visitor.get("/desk/organizations").body()).contains(String.valueOf(typed.get("name")));
        assertThat(visitor.get("/organizations/mine").body()).contains("管理员");
    }

    @Test
    void lets_a_person_ask_and_a_leader_decide() {
        Actor founder = volunteer("队长");
        String id = Ids.text(approved(founder, draft(community)));
        Actor person = volunteer("申请人");
        Visitor visitor = Visitor.asAccount(person.accountId());
        assertThat(visitor.get("/organizations/" + id).body()).contains("申请加入");
        assertThat(visitor.post("/organizations/" + id + "/join", Map.of("message", "<b>我会理发</b>"))
                        .location())
                .isEqualTo("/organizations/" + id);
        Answer again = visitor.post("/organizations/" + id + "/join", Map.of("message", ""));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body()).contains("正在等待办理");

        Visitor leader = Visitor.asAccount(founder.accountId());
        assertThat(leader.get("/desk/organizations/" + id + "/members").body())
                .contains("申请人")
                .contains("我会理发")
                .doesNotContain("<b>我会理发");
        String member = "/desk/organizations/" + id + "/members/" + Ids.text(person.accountId());
        assertThat(leader.post(member, Map.of("decision", "accept")).status()).isEqualTo(303);
        assertThat(leader.post(member, Map.of("decision", "accept")).status()).isEqualTo(409);
        assertThat(leader.post(member, Map.of("decision", "remove", "reason", ""))
                        .status())
                .isEqualTo(422);
        assertThat(visitor.get("/organizations/" + id).body()).contains("退出队伍");
        assertThat(leader.post(
                                "/desk/organizations/" + id + "/posts",
                                Map.of(
                                        "account", Ids.text(person.accountId()),
                                        "post", "CAPTAIN",
                                        "how", "ELECTED",
                                        "chosenOn", today(),
                                        "record", "全票"))
                        .status())
                .isEqualTo(303);
        Answer mine = visitor.get("/organizations/mine");
        assertThat(mine.body()).contains("请您担任队长");
        Matcher offer = Pattern.compile("action=\"(/organizations/" + id + "/posts/[0-9A-Z]+)\"")
                .matcher(mine.body());
        assertThat(offer.find()).isTrue();
        assertThat(visitor.post(offer.group(1), Map.of("answer", "yes")).status())
                .isEqualTo(422);
        assertThat(visitor.post(
                                offer.group(1),
                                Map.of(
                                        "answer", "yes",
                                        "honesty", "yes",
                                        "honestyVersion", applications.honesty().version()))
                        .status())
                .isEqualTo(303);
        assertThat(leader.get("/desk/organizations/" + id + "/posts").body()).contains("全票");
        assertThat(visitor.get("/desk/organizations/" + id).status())
                .as("the new captain at the desk")
                .isEqualTo(200);
    }

    @Test
    void lets_the_leaders_above_decide_at_their_desk() {
        Actor above = volunteer("上级");
        String parent = Ids.text(approved(above, draft(community)));
        long id = applications.apply(
                volunteer("下级"),
                below(draft(community), null, Ids.parse(parent).orElseThrow()),
                applications.honesty().version());
        Visitor leader = Visitor.asAccount(above.accountId());
        assertThat(leader.get("/desk/organizations/" + parent + "/below").body())
                .contains(Ids.text(id));
        String child = "/desk/organizations/" + parent + "/below/" + Ids.text(id);
        assertThat(leader.get(child).body()).contains("审核");
        assertThat(leader.post(child, Map.of("decision", "APPROVE", "filedUntil", today().plusMonths(6)))
                        .location())
                .isEqualTo(child);
        assertThat(organizations.get(id).active()).isTrue();
        assertThat(leader.get("/gov/organizations").status()).isEqualTo(403);
        assertThat(leader.get("/gov/organizations/" + Ids.text(id)).status()).isEqualTo(403);
    }

    @Test
    void changes_settings_and_refuses_a_circle_with_everything_typed_still_there() {
        Actor founder = volunteer("设置");
        long id = approved(founder, draft(community));
        String path = "/desk/organizations/" + Ids.text(id);
        Visitor leader = Visitor.asAccount(founder.accountId());
        Map<String, Object> typed = typed("不改名");
        typed.put("introduction", "短");
        assertThat(leader.post(path + "/settings", typed).body()).contains("至少 10 个字");
        typed.put("introduction", "每周日上午在社区门口义务修伞。");
        typed.put("joinPolicy", "PASS_CODE");
        typed.put("passCode", "伞8");
        assertThat(leader.post(path + "/settings", typed).location()).isEqualTo(path + "/settings");
        assertThat(leader.get(path + "/settings").body()).contains("伞8").contains("义务修伞");
        assertThat(Visitor.anonymous().get("/organizations/" + Ids.text(id)).body())
                .contains("义务修伞")
                .doesNotContain("伞8")
                .doesNotContain("13900000001");
        Answer circle = leader.post(path + "/place", Map.of("tree", "AREA", "parent", Ids.text(id)));
        assertThat(circle.status()).isEqualTo(409);
        assertThat(circle.body()).contains("不能把组织放到它自己的下级之下");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/organizations",
                "/organizations?q=%F0%A0%AE%B7&kind=party&category=01&page=2",
                "/organizations?region=42010200x&page=zero",
                "/organizations?_region=region:420102",
                "/organizations?lang=en"
            })
    void shows_the_public_list_whatever_the_address_says(String path) {
        Answer answer = Visitor.anonymous().get(path);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("<h1>");
    }

    @Test
    void finds_a_team_in_the_public_list() {
        String name = "银杏" + Ids.text(Ids.next());
        OrganizationDraft d = with(draft(community), JoinPolicy.DIRECT, null);
        approved(
                volunteer("银杏"),
                new OrganizationDraft(name, d.region(), d.standing(), d.about(), d.contact(), d.joining(), null, null));
        assertThat(Visitor.anonymous()
                        .get("/organizations?q=%E9%93%B6%E6%9D%8F&region=420102&category=17")
                        .body())
                .contains(name);
        assertThat(Visitor.anonymous()
                        .get("/organizations?q=%E9%93%B6%E6%9D%8F&region=420103")
                        .body())
                .doesNotContain(name);
    }

    @Test
    void answers_foreign_and_broken_addresses_by_name() {
        Actor founder = volunteer("别人");
        String id = Ids.text(approved(founder, draft(community)));
        Visitor stranger = Visitor.asAccount(volunteer("生人").accountId());
        assertThat(stranger.get("/desk/organizations/" + id).status()).isEqualTo(403);
        assertThat(stranger.get("/organizations/mine/" + id).status()).isEqualTo(403);
        assertThat(stranger.get("/organizations/0000000000001").status()).isEqualTo(404);
        Visitor otherLeader = Visitor.asAccount(founder.accountId());
        String other = Ids.text(approved(volunteer("第三"), draft(community)));
        for (String tab : List.of("", "/members", "/posts", "/filing", "/below", "/settings")) {
            assertThat(otherLeader.get("/desk/organizations/" + other + tab).status())
                    .as(tab)
                    .isEqualTo(403);
        }
        assertThat(otherLeader
                        .post("/desk/organizations/" + other + "/filing", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(Visitor.anonymous().get("/organizations/mine").location()).startsWith("/sign-in");
        assertThat(Visitor.asAccount(actor(org.yiwang.testing.PeopleFixture.account("未注册"))
                                .accountId())
                        .get("/organizations/new")
                        .location())
                .isEqualTo("/join");
    }

    @Test
    void does_the_same_by_api() {
        Actor founder = volunteer("接口");
        Visitor app = Visitor.asAccount(founder.accountId());
        Map<String, Object> body = new HashMap<>(Map.of(
                "name", "接口队" + Ids.text(Ids.next()),
                "region", community.value(),
                "teamType", "1",
                "filedWith", "COMMUNITY",
                "categories", List.of("01"),
                "introduction", "由应用程序申请的队伍，每周活动。",
                "contactName", "接口",
                "contactPhone", "027-82345678",
                "joinPolicy", "DIRECT"));
        assertThat(app.api("POST", "/api/v1/organizations", body).code()).isEqualTo("organization.honesty-missing");
        body.put(
                "honestyVersion",
                app.api("GET", "/api/v1/organizations/honesty-agreement", null)
                        .json()
                        .path("version")
                        .asInt());
        app.header("Idempotency-Key", Ids.text(Ids.next()));
        Answer created = app.api("POST", "/api/v1/organizations", body);
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        String id = created.json().path("id").asString();
        assertThat(app.api("POST", "/api/v1/organizations", body)
                        .json()
                        .path("id")
                        .asString())
                .isEqualTo(id);
        app.header("Idempotency-Key", null);

        Visitor office = Visitor.asAccount(staff(Role.DISTRICT_OFFICE, "420102").accountId());
        assertThat(app.api("POST", "/api/v1/organizations/" + id + "/decisions", Map.of("decision", "APPROVE"))
                        .code())
                .isEqualTo("access.out-of-scope");
        assertThat(office.api(
                                "POST",
                                "/api/v1/organizations/" + id + "/decisions",
                                Map.of(
                                        "decision",
                                        "APPROVE",
                                        "filedUntil",
                                        today().plusYears(1).toString()))
                        .status())
                .isEqualTo(204);
        for (String command : List.of("decisions", "invitations", "posts")) {
            assertThat(app.api("POST", "/api/v1/organizations/" + id + "/" + command, Map.of())
                            .status())
                    .as("nothing in the body of " + command)
                    .isEqualTo(400);
        }
        Visitor person = Visitor.asAccount(volunteer("应用").accountId());
        assertThat(person.api("POST", "/api/v1/organizations/" + id + "/members", null)
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("MEMBER");
        assertThat(app.api("GET", "/api/v1/organizations/" + id + "/members", null)
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(2);
        assertThat(person.api("GET", "/api/v1/organizations/" + id + "/members", null)
                        .code())
                .isEqualTo("access.not-allowed");
        assertThat(person.api("DELETE", "/api/v1/organizations/" + id + "/members/me", null)
                        .status())
                .isEqualTo(204);
        Answer detail = Visitor.anonymous().api("GET", "/api/v1/organizations/" + id, null);
        assertThat(detail.json().path("members").asInt()).isEqualTo(1);
        assertThat(detail.json().path("filing").path("area").asString()).isEqualTo(community.value());
        assertThat(detail.body()).doesNotContain("82345678");
        assertThat(Visitor.anonymous()
                        .api("GET", "/api/v1/organizations?q=" + UNKNOWN_NAME + "&region=420102", null)
                        .json()
                        .path("more")
                        .asBoolean())
                .isFalse();
        assertThat(Visitor.anonymous()
                        .api("GET", "/api/v1/organizations/nonsense", null)
                        .status())
                .isIn(400, 404);
    }

    private Map<String, Object> typed(String name) {
        Map<String, Object> typed = new HashMap<>();
        typed.put("name", name);
        typed.put("region", community.value());
        typed.put("teamType", "1");
        typed.put("filedWith", "COMMUNITY");
        typed.put("categories", List.of("01", "17"));
        typed.put("kinds", List.of("neighbours"));
        typed.put("introduction", "邻里互助，每周六为老人理发。");
        typed.put("contactName", "田甜");
        typed.put("contactPhone", "１３９ 00000001");
        typed.put("joinPolicy", "REVIEW");
        typed.put("honesty", "yes");
        typed.put("honestyVersion", applications.honesty().version());
        return typed;
    }

    private static String key(Answer form) {
        Matcher key = KEY.matcher(form.body());
        assertThat(key.find()).isTrue();
        return key.group(1);
    }
}
