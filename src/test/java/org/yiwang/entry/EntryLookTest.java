package org.yiwang.entry;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.kernel.Ids;
import org.yiwang.testing.Browsers;
import org.yiwang.testing.Browsers.Screen;
import org.yiwang.testing.Browsers.Visit;
import org.yiwang.testing.City;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.TestPictures;
import org.yiwang.testing.VolunteerFixture;
import org.yiwang.volunteer.VolunteerView;

/** Manual entry by two people in the browser: one enters, the other confirms, the volunteer sees it wait, with the trail. */
@CityTest
class EntryLookTest {

    @Test
    void one_enters_another_confirms_and_the_volunteer_sees_it_wait() {
        EntryFixture f = EntryFixture.begin();
        String activity = "/desk/activities/" + Ids.text(f.activity().id());
        try (Visit desk = visit(Screen.DESK, f.admin().accountId())) {
            desk.go(activity + "/records");
            desk.page().click("a[href$='/entries']");
            desk.shoot("entry-of-activity").assertGood();
            desk.page().click("a[href$='/entries/new']");
            desk.page().click("main button[type=submit]");
            desk.shoot("entry-form-refused").assertGood();
            fill(desk.page(), f.volunteer());
            desk.shoot("entry-form").assertGood();
            desk.page().click("main button[type=submit]");
            assertThat(desk.page().url()).contains("/desk/entries/");
            desk.shoot("entry-waits").assertGood();
            assertThat(desk.page().locator("button[value=confirm]").count())
                    .as("not one's own")
                    .isZero();
        }
        try (Visit other = visit(Screen.DESK, f.second().contactAccountId())) {
            other.go("/desk");
            other.page().click("a[href='/desk/entries']");
            other.shoot("entry-desk-list").assertGood();
            other.page().click("a[href*='/desk/entries/" + Ids.text(f.activity().id()) + "']");
            other.shoot("entry-to-confirm").assertGood();
            other.page().click("button[value=confirm]");
            other.shoot("entry-confirmed").assertGood();
            assertThat(other.page().locator("main").innerText()).contains("已登记");
        }
        try (Visit phone = visit(Screen.PHONE, f.volunteer().contactAccountId())) {
            phone.elder(true);
            phone.go("/me/hours");
            phone.page().click("a[href='/me/entries']");
            phone.page().click("main details:last-of-type summary");
            phone.shoot("entry-mine").assertGood();
            assertThat(phone.page().locator("main").innerText()).contains("手工录入", "第二人确认", "周副队");
            phone.page().click("a[href*='/me/hours/']:has-text('查看')");
            phone.shoot("entry-record").assertGood();
            assertThat(phone.page().locator("main").innerText()).contains("公示中", "手工录入", "荣誉时长");
            phone.page().click("a[href^='/me/entries#of-']");
            assertThat(phone.page().textContent("main")).contains("周副队");
        }
    }

    @Test
    void a_stranger_agrees_in_one_tap_and_the_district_looks_at_the_scan() {
        EntryFixture f = EntryFixture.begin();
        VolunteerView stranger = VolunteerFixture.adult("𠮷田");
        EntryDesk desk = City.bean(EntryDesk.class);
        long sheet = desk.enter(f.admin(), f.draft(EntryKind.MAKEUP, stranger), TestPictures.jpeg(900, 1200));
        f.confirm(sheet, stranger);
        try (Visit phone = visit(Screen.PHONE, stranger.contactAccountId())) {
            phone.go("/me");
            phone.page().click("a[href='/me/entries']");
            phone.shoot("entry-agree").assertGood();
            phone.assertGoodForElders("entry-agree");
            phone.page().click("button[value=agree]");
            phone.shoot("entry-agreed").assertGood();
        }
        try (Visit office = visit(Screen.PHONE, EntryFixture.district().accountId())) {
            office.go("/gov/makeup");
            office.shoot("entry-queue").assertGood();
            office.page().click("a[href*='/gov/makeup/" + Ids.text(f.activity().id()) + "/" + Ids.text(sheet) + "']");
            office.shoot("entry-review").assertGood();
            assertThat(office.page().locator("main img").evaluate("i => i.naturalWidth"))
                    .isNotEqualTo(0);
            office.assertGoodForElders("entry-review");
            draw(f, sheet, stranger);
            office.page().reload();
            office.shoot("entry-sample").assertGood();
            office.page().fill("textarea[name=why]", "签名表清楚");
            office.page().click("button[value=approve]");
            assertThat(office.page().textContent("main")).contains("本人还没有在电话里确认");
            office.page().click("a[href$='/calls/" + Ids.text(stranger.id()) + "']");
            office.page().fill("input[name=purpose]", "补录核实");
            office.page().click("form[action$='/contact'] button");
            office.shoot("entry-call").assertGood();
            office.page().check("input[name=outcome][value=CONFIRMED]");
            office.page().click("main form:not([action$='/contact']) button[type=submit]");
            office.shoot("entry-called").assertGood();
            office.page().fill("textarea[name=why]", "自己打电话自己批");
            office.page().click("button[value=approve]");
            assertThat(office.page().textContent("main")).contains("请由另一位同事批准");
        }
        try (Visit office = visit(Screen.PHONE, EntryFixture.district().accountId())) {
            office.go("/gov/makeup/" + Ids.text(f.activity().id()) + "/" + Ids.text(sheet));
            assertThat(office.page().locator("main img").evaluate("i => i.naturalWidth"))
                    .isNotEqualTo(0);
            office.page().fill("textarea[name=why]", "签名表清楚，电话核实过");
            office.page().click("button[value=approve]");
            office.shoot("entry-approved").assertGood();
        }
        assertThat(f.line(sheet, stranger).state()).isEqualTo(EntryState.RECORDED);
    }

    /** As if the organization was above its share; how the lot comes about is MakeupCallsTest's. */
    private static void draw(EntryFixture f, long sheet, VolunteerView person) {
        JdbcClient jdbc = City.bean(JdbcClient.class);
        jdbc.sql("""
                        insert into entry_draw (activity_id, sheet_id, draw_no, head_size, head_root, head_at, seed, lines,
                            rule_version, drawn_by, drawn_at)
                        values (:activity, :sheet, 1, 9, :root, now(), :root, 1, 1, 1, now())""")
                .param("activity", f.activity().id())
                .param("sheet", sheet)
                .param("root", "0123456789abcdef".repeat(4))
                .update();
        jdbc.sql("""
                        insert into entry_draw_line (activity_id, sheet_id, volunteer_id, draw_no, place, line_id, drawn)
                        values (:activity, :sheet, :person, 1, 1, 1, true)""")
                .param("activity", f.activity().id())
                .param("sheet", sheet)
                .param("person", person.id())
                .update();
    }

    private static Visit visit(Screen screen, long accountId) {
        return Browsers.open("http://localhost:" + City.port(), screen)
                .as(accountId)
                .language("zh");
    }

    private static void fill(Page page, VolunteerView person) {
        page.check("input[name=people][value='" + Ids.text(person.id()) + "']");
        page.fill("textarea[name=why]", "现场没有信号，扫码打不开");
        page.fill("textarea[name=shownBy]", "现场签名表上有本人签名");
    }
}
