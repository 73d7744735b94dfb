package org.yiwang.volunteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.testing.VolunteerFixture.COMMUNITY;
import static org.yiwang.testing.VolunteerFixture.newIdNumber;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.account.Accounts;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Role;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.TextMessages;
import org.yiwang.testing.Visitor;
import org.yiwang.testing.VolunteerFixture;

/** The citizen's way over plain forms, as a browser without JavaScript walks it, and the API beside it. */
@CityTest
class VolunteerPagesTest {

    private static final Pattern CARD = Pattern.compile("<strong>([0-9]{4} [0-9]{4})</strong>");

    @Autowired
    private TestClock clock;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Cards cards;

    @Autowired
    private Volunteers volunteers;

    @BeforeEach
    void reset() {
        clock.reset();
    }

    @Test
    void registers_in_two_steps_and_shows_the_card() {
        Visitor visitor = Visitor.anonymous();
        String mobile = PeopleFixture.newMobile();
        atSecondStep(visitor, mobile);

        Map<String, Object> typed = new HashMap<>(Map.of("name", "王小明"));
        Visitor.Answer pick = visitor.post("/join/details", with(typed, "_region", "residence:" + COMMUNITY.value()));
        assertThat(pick.body()).contains("value=\"王小明\"").contains("value=\"" + COMMUNITY.value() + "\"");

        typed.put("residence", COMMUNITY.value());
        typed.put("documentNumber", "11010519491231003X");
        typed.put("notice", "yes");
        typed.put("sensitive", "yes");
        Visitor.Answer wrong = visitor.post("/join/details", typed);
        assertThat(wrong.status()).isEqualTo(200);
        assertThat(wrong.body()).contains("身份证号不对").contains("value=\"王小明\"").contains("11010519491231003X");

        String id = newIdNumber(LocalDate.of(1990, 1, 2));
        typed.put("documentNumber", id);
        Visitor.Answer done = visitor.post("/join/details", typed);
        assertThat(done.status()).isEqualTo(303);
        assertThat(done.location()).isEqualTo("/me/card");
        Visitor.Answer card = visitor.get("/me/card");
        assertThat(card.body())
                .contains("王小明", "<svg class=\"qr\"", "http-equiv=\"refresh\"", "您的志愿者证")
                .doesNotContain(id);
        assertThat(CARD.matcher(card.body()).find()).isTrue();
        assertThat(visitor.get("/join").location()).isEqualTo("/me/card");
    }

    @Test
    void says_that_a_code_was_sent_only_when_one_was_sent_to_that_number() {
        String sent = "验证码已发出";
        Visitor visitor = Visitor.anonymous();
        for (String path : List.of("/join", "/confirm")) {
            assertThat(visitor.post(path, Map.of("mobile", "", "code", "")).text())
                    .doesNotContain(sent);
            String mobile = PeopleFixture.newMobile();
            Map<String, Object> guessed = Map.of("mobile", mobile, "code", "123456");
            assertThat(visitor.post(path, guessed).text()).doesNotContain(sent);

            Visitor.Answer asked = visitor.post(path + "/code", Map.of("mobile", mobile));
            assertThat(asked.text()).contains(sent);
            assertThat(asked.body()).contains("name=\"sent\" value=\"" + mobile + "\"");
            Map<String, Object> mistyped = Map.of("mobile", mobile, "code", "000000", "sent", mobile);
            assertThat(visitor.post(path, mistyped).text()).contains(sent, "验证码不对");
            assertThat(visitor.post(path + "/code", mistyped).text()).contains(sent);
            assertThat(visitor.post(path, with(mistyped, "mobile", PeopleFixture.newMobile()))
                            .text())
                    .doesNotContain(sent);
        }
    }

    @Test
    void takes_the_same_form_sent_twice_as_once() {
        Visitor visitor = Visitor.anonymous();
        String mobile = PeopleFixture.newMobile();
        atSecondStep(visitor, mobile);
        String ticket = visitor.cookie("yw_join");
        Map<String, Object> form = form("两次", newIdNumber(LocalDate.of(1990, 1, 3)));
        assertThat(visitor.post("/join/details", form).location()).isEqualTo("/me/card");
        Visitor again = Visitor.anonymous().cookie("yw_join", ticket);
        assertThat(again.post("/join/details", form).location()).isEqualTo("/me/card");
    }

    @Test
    void offers_to_get_a_taken_document_back_by_code_or_appeal() {
        String id = newIdNumber(LocalDate.of(1990, 1, 4));
        Visitor first = Visitor.anonymous();
        String old = PeopleFixture.newMobile();
        atSecondStep(first, old);
        first.post("/join/details", form("原主", id));

        Visitor second = Visitor.anonymous();
        String mobile = PeopleFixture.newMobile();
        atSecondStep(second, mobile);
        assertThat(second.post("/join/details", form("原主", id)).body()).contains("这个证件已经注册过");
        Map<String, Object> claim = Map.of("documentType", "01", "documentNumber", id);
        assertThat(second.post("/join/recover", claim).body())
                .contains(old.substring(0, 3) + "****" + old.substring(7))
                .doesNotContain(old);
        second.post("/join/recover/code", claim);
        Map<String, Object> withCode = with(claim, "code", TextMessages.code(old));
        assertThat(second.post("/join/recover/prove", withCode).location()).isEqualTo("/me/card");
        assertThat(second.get("/me/card").body()).contains("原主");
        assertThat(accounts.findByMobile(mobile)).isPresent();

        Visitor third = Visitor.anonymous();
        assertThat(third.post("/join/recover", claim).location()).isEqualTo("/join");
        atSecondStep(third, PeopleFixture.newMobile());
        assertThat(third.post("/join/recover/appeal", with(claim, "statement", ""))
                        .body())
                .contains("请填写");
        assertThat(third.post("/join/recover/appeal", with(claim, "statement", "手机号换了收不到"))
                        .location())
                .isEqualTo("/");
    }

    @Test
    void shows_a_minor_the_fields_of_the_guardian_and_waits_for_the_answer() {
        Visitor visitor = Visitor.anonymous();
        atSecondStep(visitor, PeopleFixture.newMobile());
        Map<String, Object> form = form("小芳", newIdNumber(LocalDate.of(2011, 5, 5)));
        assertThat(visitor.post("/join/details", form).body()).contains("name=\"guardianMobile\"");
        String guardian = PeopleFixture.newMobile();
        form.put("guardianName", "李妈妈");
        form.put("guardianMobile", guardian);
        assertThat(visitor.post("/join/details", form).location()).isEqualTo("/me/card");
        assertThat(visitor.get("/me/card").body()).contains("等待确认").doesNotContain("class=\"qr\"");

        Visitor mother = Visitor.anonymous();
        String path = "/confirm/" + TextMessages.token(guardian);
        assertThat(mother.get(path).body()).contains("小*").doesNotContain("小芳</dd>");
        assertThat(mother.post(path, Map.of()).body()).contains("须同意告知书");
        assertThat(mother.post(path, Map.of("notice", "yes", "sensitive", "yes"))
                        .status())
                .isEqualTo(303);
        assertThat(mother.get(path).status()).isEqualTo(410);
        assertThat(visitor.get("/me/card").body()).contains("class=\"qr\"");
        assertThat(Visitor.anonymous().get("/confirm/no-such-token").status()).isEqualTo(404);
    }

    @Test
    void switches_to_other_documents_without_losing_what_was_typed() {
        Visitor visitor = Visitor.anonymous();
        atSecondStep(visitor, PeopleFixture.newMobile());
        Visitor.Answer other = visitor.post("/join/details", Map.of("name", "Jane Doe", "document", "other"));
        assertThat(other.body()).contains("name=\"documentType\"", "name=\"birthDate\"", "value=\"Jane Doe\"");
        Map<String, Object> form = form("Jane Doe", "P" + newIdNumber(LocalDate.of(1990, 1, 1)));
        form.putAll(Map.of("otherDocument", "yes", "documentType", "05", "birthDate", "1990-01-01"));
        assertThat(visitor.post("/join/details", form).location()).isEqualTo("/me/document");
        assertThat(visitor.get("/me/document").body()).contains("type=\"file\"");
        assertThat(visitor.get("/me/card").body()).contains("证件审核中");
    }

    @Test
    void survives_wrong_buttons_and_odd_input() {
        Visitor visitor = Visitor.anonymous();
        assertThat(visitor.get("/join/details").location()).isEqualTo("/join");
        assertThat(visitor.post("/join/details", form("张", "1")).location()).isEqualTo("/join");
        assertThat(visitor.post("/join/code", Map.of("mobile", "abc")).body()).contains("请填 11 位手机号");
        assertThat(visitor.post("/join/code", Map.of("mobile", "")).status()).isEqualTo(200);
        assertThat(visitor.post("/join", Map.of("mobile", PeopleFixture.newMobile(), "code", "000000"))
                        .status())
                .isEqualTo(200);
        atSecondStep(visitor, PeopleFixture.newMobile());
        Visitor.Answer html = visitor.post("/join/details", form("<b>张</b>", newIdNumber(LocalDate.of(1990, 1, 5))));
        assertThat(html.body()).contains("&lt;b>张").doesNotContain("<b>张");
        Visitor forged = Visitor.anonymous().cookie("yw_join", "AAAA");
        assertThat(forged.get("/join/details").location()).isEqualTo("/join");
        assertThat(forged.post("/join/details", form("张三", newIdNumber(LocalDate.of(1990, 1, 6))))
                        .location())
                .isEqualTo("/join");
        assertThat(Visitor.anonymous().get("/me/card").location()).startsWith("/sign-in?next=");
    }

    @Test
    void sends_the_owner_of_a_known_number_to_sign_in() {
        String mobile = PeopleFixture.newMobile();
        PeopleFixture.account("已有账号", mobile);
        Visitor visitor = Visitor.anonymous();
        visitor.post("/join/code", Map.of("mobile", mobile));
        Visitor.Answer answer = visitor.post("/join", Map.of("mobile", mobile, "code", TextMessages.code(mobile)));
        assertThat(answer.body()).contains("这个手机号已有账号").contains("/sign-in?next=/join");
    }

    @Test
    void shows_who_scans_a_card_only_masked_name_number_and_state() {
        VolunteerView v = VolunteerFixture.adult("欧阳修远");
        CardView card = cards.get(VolunteerFixture.actor(v), v.id());
        Visitor anybody = Visitor.anonymous();
        assertThat(anybody.get("/c/" + card.code()).body())
                .contains("欧***", v.number(), "有效")
                .doesNotContain("欧阳修远", "1990", VolunteerFixture.COMMUNITY.value());
        assertThat(anybody.get("/c/" + card.shortCode()).status()).isEqualTo(422);
        assertThat(anybody.get("/c/" + "0".repeat(30)).body()).contains("这不是本市志愿者证的二维码");
        clock.advance(Duration.ofSeconds(61));
        Visitor.Answer late = anybody.get("/c/" + card.code());
        assertThat(late.status()).isEqualTo(410);
        assertThat(late.body()).contains("二维码已过期");
        Visitor own = Visitor.asAccount(v.contactAccountId());
        assertThat(own.header("HX-Request", "true")
                        .get("/me/card/code?of=" + Ids.text(v.id()))
                        .body())
                .contains("class=\"qr\"")
                .doesNotContain("<html");
        Visitor other = Visitor.asAccount(VolunteerFixture.adult("别人").contactAccountId());
        assertThat(other.get("/me/card?of=" + Ids.text(v.id())).status()).isEqualTo(403);
        assertThat(other.get("/me/card?of=nonsense").status()).isEqualTo(404);
    }

    @Test
    void walks_through_profile_children_and_own_data() {
        VolunteerView v = VolunteerFixture.adult("许某");
        Visitor me = Visitor.asAccount(v.contactAccountId());
        for (String part : List.of("skills", "slots", "categories", "languages", "background", "vow", "tags")) {
            assertThat(me.get("/me/profile/" + part).status()).as(part).isEqualTo(200);
        }
        assertThat(me.get("/me/profile/nonsense").status()).isEqualTo(404);
        String of = Ids.text(v.id());
        assertThat(me.post("/me/profile/slots", Map.of("of", of, "slots", List.of("01", "24")))
                        .location())
                .isEqualTo("/me/profile?of=" + of);
        assertThat(me.post(
                                "/me/profile/categories",
                                Map.of("of", of, "categories", List.of("01", "02", "03", "04", "05")))
                        .body())
                .contains("最多选 4 类");
        assertThat(me.post("/me/profile/tags", Map.of("of", of, "tag", "04")).status())
                .isEqualTo(303);
        assertThat(me.get("/me/profile").body()).contains("每周 2 个时段", "双报到党员");

        assertThat(me.get("/me/wards").body()).contains("/me/wards/new");
        Map<String, Object> child = form("小许", newIdNumber(LocalDate.of(2017, 6, 1)));
        assertThat(me.post("/me/wards/new", child).location()).isEqualTo("/me/wards");
        assertThat(me.get("/me/wards").body()).contains("小许", "须有人陪同");

        String mobile = accounts.mobile(v.contactAccountId());
        assertThat(me.get("/me/data").body()).contains("***********");
        assertThat(me.get("/me/data/export.json").status()).isEqualTo(410);
        me.post("/me/data/code", Map.of("of", of));
        assertThat(me.post("/me/data/prove", Map.of("of", of, "code", TextMessages.code(mobile)))
                        .status())
                .isEqualTo(303);
        assertThat(me.get("/me/data/export.json")
                        .json()
                        .path("volunteer")
                        .path("number")
                        .asString(""))
                .isEqualTo(v.number());
        assertThat(me.get("/me/data/export").body()).contains(v.number());
        assertThat(me.post("/me/data/close", Map.of("sure", "yes")).body()).contains("名下还有孩子的注册");
        VolunteerView ward = volunteers.actingFor(VolunteerFixture.actor(v)).get(1);
        assertThat(me.get("/me/wards/" + Ids.text(ward.id()) + "/close").body()).contains("小许");
        me.post("/me/wards/" + Ids.text(ward.id()) + "/close", Map.of());
        assertThat(me.post("/me/data/close", Map.of("sure", "yes")).location()).isEqualTo("/");
        assertThat(me.get("/me/card").location()).startsWith("/sign-in");

        Visitor later = Visitor.anonymous();
        later.post("/confirm/code", Map.of("mobile", mobile));
        assertThat(later.post("/confirm", Map.of("mobile", mobile, "code", TextMessages.code(mobile)))
                        .location())
                .isEqualTo("/confirm/mine");
        assertThat(later.get("/confirm/mine").body()).contains("export.json");
        assertThat(later.get("/confirm/mine/" + of + "/export.json").json().has("volunteer"))
                .isTrue();
    }

    @Test
    void lets_staff_register_look_and_decide_within_their_region() {
        Visitor desk = Visitor.asAccount(
                PeopleFixture.account("社区", PeopleFixture.at(Role.COMMUNITY_STAFF, COMMUNITY.value())));
        String mobile = PeopleFixture.newMobile();
        Map<String, Object> form = form("蒋大爷", newIdNumber(LocalDate.of(1950, 1, 1)));
        form.put("mobile", mobile);
        assertThat(desk.post("/gov/volunteers/new", form).location()).isEqualTo("/gov/volunteers/new");
        assertThat(Visitor.anonymous()
                        .get("/confirm/" + TextMessages.token(mobile))
                        .body())
                .contains("蒋**");
        assertThat(desk.get("/gov/volunteers/queue").status()).isEqualTo(403);

        Visitor office = Visitor.asAccount(PeopleFixture.account(
                "区里", PeopleFixture.at(Role.DISTRICT_OFFICE, COMMUNITY.value().substring(0, 6))));
        Visitor.Answer list = office.get("/gov/volunteers?q=%E8%92%8B%E5%A4%A7");
        assertThat(list.body()).contains("蒋**").doesNotContain("蒋大爷");
        Matcher link = Pattern.compile("/gov/volunteers/([0-9A-Z]{13})").matcher(list.body());
        assertThat(link.find()).isTrue();
        String one = link.group();
        assertThat(office.get(one).body()).contains("工作人员代为注册").doesNotContain("蒋大爷");
        assertThat(office.post(one + "/unmask", Map.of("purpose", "")).body()).doesNotContain("蒋大爷");
        assertThat(office.post(one + "/unmask", Map.of("purpose", "核对身份")).body())
                .contains("蒋大爷");
        assertThat(office.get("/gov/volunteers/queue").status()).isEqualTo(200);
        assertThat(Visitor.asAccount(VolunteerFixture.adult("别人").contactAccountId())
                        .get("/gov/volunteers")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void does_the_same_over_the_api() {
        Visitor app = Visitor.anonymous();
        String mobile = PeopleFixture.newMobile();
        assertThat(app.api("POST", "/api/v1/volunteers/codes", Map.of("mobile", mobile))
                        .status())
                .isEqualTo(202);
        Map<String, Object> person = Map.of(
                "name",
                "何静",
                "documentNumber",
                newIdNumber(LocalDate.of(1993, 3, 3)),
                "residence",
                COMMUNITY.value(),
                "acceptNotice",
                true,
                "acceptSensitiveData",
                true);
        Visitor.Answer made = app.api(
                "POST",
                "/api/v1/volunteers",
                Map.of("mobile", mobile, "code", TextMessages.code(mobile), "person", person));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        String id = made.json().path("volunteer").path("id").asString("");
        app.bearer(made.json().path("token").asString(""));
        assertThat(app.api("GET", "/api/v1/volunteers/me", null)
                        .json()
                        .get(0)
                        .path("id")
                        .asString(""))
                .isEqualTo(id);
        String code = app.api("GET", "/api/v1/volunteers/me/card", null)
                .json()
                .path("code")
                .asString("");
        assertThat(Visitor.anonymous()
                        .api("GET", "/api/v1/volunteers/cards/" + code, null)
                        .json()
                        .path("name")
                        .asString(""))
                .isEqualTo("何*");
        assertThat(app.api("PUT", "/api/v1/volunteers/" + id + "/profile", Map.of("skills", List.of("01")))
                        .json()
                        .path("skills")
                        .size())
                .isEqualTo(1);
        assertThat(app.api("PUT", "/api/v1/volunteers/" + id + "/profile", Map.of("skills", List.of("x")))
                        .code())
                .isEqualTo("volunteer.code-unknown");
        app.header("Idempotency-Key", "ward-1");
        Map<String, Object> child = new HashMap<>(person);
        child.putAll(Map.of("name", "小何", "documentNumber", newIdNumber(LocalDate.of(2016, 3, 3))));
        String ward = app.api("POST", "/api/v1/volunteers/me/wards", child).body();
        assertThat(app.api("POST", "/api/v1/volunteers/me/wards", child).body()).isEqualTo(ward);
        assertThat(app.api("GET", "/api/v1/volunteers/me/wards", null).json().size())
                .isEqualTo(1);
        app.header("Idempotency-Key", null);
        assertThat(app.api("GET", "/api/v1/volunteers", null).code()).isEqualTo("access.not-allowed");
        assertThat(app.api("POST", "/api/v1/volunteers/me", person).code()).isEqualTo("volunteer.already-volunteer");
    }

    private static void atSecondStep(Visitor visitor, String mobile) {
        visitor.get("/join");
        visitor.post("/join/code", Map.of("mobile", mobile));
        assertThat(visitor.post("/join", Map.of("mobile", mobile, "code", TextMessages.code(mobile)))
                        .location())
                .isEqualTo("/join/details");
        assertThat(visitor.get("/join/details").status()).isEqualTo(200);
    }

    private static Map<String, Object> form(String name, String document) {
        return new HashMap<>(Map.of(
                "name",
                name,
                "documentNumber",
                document,
                "residence",
                COMMUNITY.value(),
                "notice",
                "yes",
                "sensitive",
                "yes"));
    }

    private static Map<String, Object> with(Map<String, Object> form, String field, String value) {
        Map<String, Object> more = new HashMap<>(form);
        more.put(field, value);
        return more;
    }
}
