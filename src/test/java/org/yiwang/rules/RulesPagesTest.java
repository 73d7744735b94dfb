package org.yiwang.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Role;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.Visitor;

@CityTest
class RulesPagesTest {

    @Autowired
    private Codes codes;

    @Autowired
    private RuleBook book;

    @Autowired
    private RulesMemory memory;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    private Visitor office;

    @BeforeEach
    void signIn() {
        clock.reset();
        office = Visitor.asAccount(PeopleFixture.account("市办", PeopleFixture.at(Role.CITY_OFFICE, "4201")));
    }

    @Test
    void the_office_adds_a_code_renames_and_retires_it_with_reasons_on_the_audit_trail() {
        String code = "t" + Ids.text(Ids.next()).toLowerCase(java.util.Locale.ROOT);
        assertThat(office.get("/gov/codes").body()).contains("服务类别");
        assertThat(office.post(
                                "/gov/codes/skill",
                                Map.of(
                                        "code",
                                        code,
                                        "zh",
                                        "<b>茶艺",
                                        "en",
                                        "Tea",
                                        "sort",
                                        "7",
                                        "from",
                                        "2026-11-21",
                                        "why",
                                        "街道提出"))
                        .location())
                .isEqualTo("/gov/codes/skill");
        assertThat(codes.inUse("skill", code)).isTrue();
        assertThat(office.get("/gov/codes/skill").body()).contains("&lt;b&gt;茶艺");
        assertThat(office.post(
                                "/gov/codes/skill",
                                Map.of(
                                        "code",
                                        code,
                                        "zh",
                                        "x",
                                        "en",
                                        "x",
                                        "sort",
                                        "7",
                                        "from",
                                        "2026-11-21",
                                        "why",
                                        "again"))
                        .body())
                .contains("已经存在");

        Map<String, String> retire =
                Map.of("zh", "茶艺", "en", "Tea", "sort", "7", "from", "2026-11-21", "to", "2026-11-21", "why", "不再需要");
        assertThat(office.post("/gov/codes/skill/" + code, retire).status()).isEqualTo(303);
        assertThat(codes.inUse("skill", code)).isFalse();
        assertThat(office.get("/gov/codes/skill/" + code).body())
                .contains("不再需要")
                .contains("市办");
        assertThat(jdbc.sql("select count(*) from account_audit where subject = :subject")
                        .param("subject", "code:skill/" + code)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(office.get("/gov/codes/none").status()).isEqualTo(404);
        assertThat(office.post("/gov/codes/skill", Map.of()).body()).contains("请填写");
    }

    @Test
    void a_new_version_of_a_rule_keeps_what_was_typed_when_it_is_refused_and_shows_who_made_it() {
        String key = "test." + Ids.text(Ids.next()).toLowerCase(java.util.Locale.ROOT);
        jdbc.sql(
                        "insert into rules_version (key, version, effective_from, value) values (:key, 1, '2026-01-01', '{\"minutes\": 5}')")
                .param("key", key)
                .update();
        memory.changed();
        assertThat(office.get("/gov/rules").body()).contains(key);
        assertThat(office.get("/gov/rules/" + key).body()).contains("平台初始设置");
        Visitor.Answer refused = office.post(
                "/gov/rules/" + key, Map.of("value", "{\"minutes\": \"six\"}", "from", "2026-11-20", "note", "试试"));
        assertThat(refused.body()).contains("six").contains("试试").contains("不能从过去的日期起");
        assertThat(office.post(
                                "/gov/rules/" + key,
                                Map.of("value", "{\"minutes\": 6}", "from", "2026-12-01", "note", "试试"))
                        .status())
                .isEqualTo(303);
        assertThat(book.current(key).version()).isEqualTo(1);
        assertThat(office.get("/gov/rules/" + key).body()).contains("待生效").contains("市办");
    }

    @Test
    void a_holiday_is_entered_and_removed() {
        String date = "2027-02-06";
        assertThat(office.post(
                                "/gov/rules/holidays",
                                Map.of("date", date, "kind", "off", "zh", "春节", "en", "Spring Festival"))
                        .location())
                .isEqualTo("/gov/rules/holidays?year=2027");
        assertThat(office.get("/gov/rules/holidays?year=2027").body()).contains("春节");
        assertThat(office.post("/gov/rules/holidays/remove", Map.of("date", date))
                        .status())
                .isEqualTo(303);
        assertThat(book.holidays()).noneMatch(h -> h.date().equals(LocalDate.parse(date)));
        assertThat(office.get("/gov/rules/holidays").body()).contains("10月1日");
    }

    @Test
    void only_who_may_edit_codes_comes_here_and_everybody_reads_them_by_the_api() {
        Visitor street =
                Visitor.asAccount(PeopleFixture.account("街道", PeopleFixture.at(Role.STREET_OFFICE, "420102015")));
        assertThat(street.get("/gov/codes").status()).isEqualTo(403);
        assertThat(street.post("/gov/codes/skill", Map.of("code", "x")).status())
                .isEqualTo(403);
        var category = Visitor.anonymous().api("GET", "/api/v1/codes/category", null);
        assertThat(category.json().path("items").size()).isEqualTo(20);
        assertThat(category.json().path("items").path(0).path("zh").asString()).isEqualTo("社区服务");
        assertThat(Visitor.anonymous().api("GET", "/api/v1/codes/nothing", null).code())
                .isEqualTo("rules.unknown-table");
    }

    @Test
    void anybody_reads_what_a_version_of_a_rule_says_and_when_it_holds() {
        Visitor anybody = Visitor.anonymous();
        assertThat(anybody.get("/rules/record.daily-caps/1").body())
                .contains("每日时长上限", "一天超过多少要组织确认（分钟）", "480", "1月1日");
        assertThat(anybody.get("/rules/record.notice/1").body()).contains("没有施行过", "/rules/record.notice/2");
        assertThat(anybody.get("/api/v1/rules/record.daily-caps/1").body())
                .contains("\"organizationAboveMinutes\"", "\"from\":\"2026-01-01\"");
        assertThat(anybody.get("/rules/record.daily-caps/99").status()).isEqualTo(404);
        assertThat(anybody.get("/api/v1/rules/no.such-rule/1").status()).isEqualTo(404);
        String all = anybody.get("/api/v1/rules").body();
        assertThat(all)
                .containsSubsequence("\"record.notice\"", "\"version\":2,", "\"version\":1,", "\"replacedBy\":2");
        assertThat(all).contains(book.keys());
        for (String key : book.keys()) {
            book.versions(key)
                    .forEach(v -> assertThat(anybody.get("/rules/" + key + "/" + v.version())
                                    .status())
                            .as(key)
                            .isEqualTo(200));
        }
    }
}
