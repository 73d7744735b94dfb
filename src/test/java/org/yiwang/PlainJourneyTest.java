package org.yiwang;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yiwang.activity.ActivityDesk;
import org.yiwang.activity.ActivityView;
import org.yiwang.attendance.AttendanceDesk;
import org.yiwang.record.PublicNotice;
import org.yiwang.testing.ActivityFixture;
import org.yiwang.testing.Browsers;
import org.yiwang.testing.Browsers.Screen;
import org.yiwang.testing.Browsers.Visit;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TeamFixture;
import org.yiwang.testing.TeamFixture.Team;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.TextMessages;

/** The path of a citizen on a phone whose browser runs no scripts: join, find, sign up, check in and out, see the hours. */
@CityTest
class PlainJourneyTest {

    @LocalServerPort
    private int port;

    @Autowired
    private TestClock clock;

    @Autowired
    private ActivityFixture activities;

    @Autowired
    private ActivityDesk desk;

    @Autowired
    private PublicNotice publicNotice;

    @Autowired
    private AttendanceDesk attendance;

    @BeforeEach
    void reset() {
        clock.reset();
    }

    @Test
    void from_joining_to_hours_on_record_without_scripts() {
        Team team = TeamFixture.team();
        ActivityView activity = activities.published(team.id(), 5);
        try (Visit visit = Browsers.open("http://localhost:" + port, Screen.PHONE, false)) {
            join(visit);
            find(visit, activity);
            signUp(visit, activity);

            clock.set(activity.period().start().minus(Duration.ofMinutes(5)));
            check(visit, "签到", digits(team, activity), "签到成功");
            clock.set(activity.period().end().plus(Duration.ofMinutes(1)));
            check(visit, "签退", digits(team, activity), "签退成功");
            desk.close(team.admin(), activity.id(), "清理了三个楼道和两处花坛，分拣纸箱四十公斤，居民反映良好。", 60, "");
            clock.advance(Duration.ofDays(3));
            publicNotice.countDue();

            hours(visit, activity);
        }
    }

    private static void join(Visit visit) {
        Page page = visit.page();
        String mobile = PeopleFixture.newMobile();
        visit.go("/");
        page.click("main a[href='/join']");
        page.fill("#mobile", mobile);
        page.press("#mobile", "Enter");
        assertThat(page.locator("main").innerText()).contains("验证码已发出");
        page.fill("#code", TextMessages.code(mobile));
        page.press("#code", "Enter");
        assertThat(page.url()).endsWith("/join/details");

        page.fill("#name", "蓝小青");
        page.fill("#documentNumber", TeamFixture.idNumber(LocalDate.of(1991, 7, 9)));
        page.fill("#residence-search", "百步亭花园");
        page.press("#residence-search", "Enter");
        assertThat(page.locator("#residence-found").innerText()).contains("百步亭花园");
        assertThat(page.locator(".is-invalid, .invalid-feedback").count())
                .as("a search is no attempt to register")
                .isZero();
        visit.shoot("plain-1-found-community");
        page.fill("#residence-search", "花桥社区");
        page.press("#residence-search", "Enter");
        page.click("#residence-found button:has-text('花桥街道花桥社区')");
        assertThat(page.inputValue("#residence")).hasSize(12);
        assertThat(page.inputValue("#name")).isEqualTo("蓝小青");
        page.check("input[name=notice]");
        page.check("input[name=sensitive]");
        visit.shoot("plain-2-details");
        page.press("#name", "Enter");
        assertThat(page.url()).as(page.locator("main").innerText()).endsWith("/me/card");
        visit.shoot("plain-3-card");
        assertThat(page.locator("main svg.qr, main .qr svg, main svg").count()).isPositive();
    }

    private static void find(Visit visit, ActivityView activity) {
        Page page = visit.page();
        visit.go("/");
        page.click(".tab-bar a[href='/activities']");
        page.fill("input[type=search][name=q]", activity.title());
        page.press("input[type=search][name=q]", "Enter");
        page.selectOption("#category", "06");
        page.check("input[name=free]");
        page.click("form.filters button[type=submit]");
        visit.shoot("plain-4-found");
        page.click(".card-list a:has-text('" + activity.title() + "')");
        assertThat(page.locator("h1").innerText()).isEqualTo(activity.title());
    }

    private static void signUp(Visit visit, ActivityView activity) {
        Page page = visit.page();
        page.click("form[action$='/sign-up'] button");
        assertThat(page.locator("main").innerText()).contains("已报上");
        page.click("form[action$='/withdraw'] button");
        assertThat(page.locator(".notice").innerText()).contains("已退出");
        page.click("form[action$='/sign-up'] button");
        visit.shoot("plain-5-signed-up");
        visit.go("/me");
        assertThat(page.locator("main").innerText()).contains(activity.title());
        visit.shoot("plain-6-me");
    }

    private static void check(Visit visit, String button, String digits, String notice) {
        Page page = visit.page();
        visit.go("/me");
        page.click("main a[href='/me/check-in'] >> nth=0");
        page.fill("#digits", "000000".equals(digits) ? "111111" : "000000");
        page.click("button:has-text('" + button + "')");
        assertThat(page.locator("#form-refusal, .invalid-feedback").first().innerText())
                .isNotBlank();
        page.fill("#digits", digits);
        visit.shoot("plain-7-digits");
        page.click("button:has-text('" + button + "')");
        assertThat(page.locator(".notice").innerText()).contains(notice);
        visit.shoot("plain-8-checked");
    }

    private String digits(Team team, ActivityView activity) {
        return attendance.code(team.admin(), activity.id()).digits();
    }

    private static void hours(Visit visit, ActivityView activity) {
        Page page = visit.page();
        visit.go("/");
        page.click(".tab-bar a[href='/me/hours']");
        assertThat(page.locator("main").innerText())
                .contains(activity.title(), "2 小时 6 分", "已生效")
                .contains("信用时长");
        page.selectOption("#state", "EFFECTIVE");
        page.click("form.filters button");
        visit.shoot("plain-9-hours");
        page.click("a.record-line");
        visit.shoot("plain-10-explained");
        assertThat(page.locator("main").innerText()).contains("输入 6 位动态码").contains("活动已提交总结");
        page.click("main nav a");
        assertThat(page.url()).contains("/me/hours");
        assertThat(visit.takeFaults()).isEmpty();
    }
}
