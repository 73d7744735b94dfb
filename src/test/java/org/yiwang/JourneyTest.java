package org.yiwang;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yiwang.kernel.Role;
import org.yiwang.record.PublicNotice;
import org.yiwang.testing.Browsers;
import org.yiwang.testing.Browsers.Screen;
import org.yiwang.testing.Browsers.Visit;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TeamFixture;
import org.yiwang.testing.TeamFixture.Team;
import org.yiwang.testing.TestClock;
import org.yiwang.volunteer.VolunteerView;

/**
 * The main job as people live it, in a real browser: an organizer publishes, an office reviews, three volunteers want two
 * places, one gives up and the next is promoted, two check in by code and out again, the organizer closes, hours appear.
 */
@CityTest
class JourneyTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @LocalServerPort
    private int port;

    @Autowired
    private PublicNotice publicNotice;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void reset() {
        clock.reset();
    }

    @Test
    void from_publishing_to_hours_on_record() {
        Team team = TeamFixture.team();
        VolunteerView zhao = TeamFixture.volunteer("赵小红");
        VolunteerView qian = TeamFixture.volunteer("钱大勇");
        VolunteerView sun = TeamFixture.volunteer("孙丽");
        long office = PeopleFixture.account("区办", PeopleFixture.at(Role.DISTRICT_OFFICE, "420102"));

        String activity = publish(team);
        review(office, activity);
        assertThat(signUp(zhao, activity, Screen.PHONE)).contains("已报上");
        assertThat(signUp(qian, activity, Screen.PHONE)).contains("已报上");
        assertThat(signUp(sun, activity, Screen.DESK)).contains("候补第 1 位");
        withdraw(zhao, activity);
        promoted(sun);

        clock.set(LocalDateTime.of(2026, 11, 28, 8, 55).atZone(ZONE).toInstant());
        check(team, activity, qian, "签到", "签到成功");
        check(team, activity, sun, "签到", "签到成功");
        clock.set(LocalDateTime.of(2026, 11, 28, 11, 2).atZone(ZONE).toInstant());
        check(team, activity, qian, "签退", "签退成功");
        check(team, activity, sun, "签退", "签退成功");
        close(team, activity);
        clock.advance(Duration.ofDays(3));
        publicNotice.countDue();

        hours(qian, Screen.PHONE);
        hours(sun, Screen.DESK);
    }

    private String publish(Team team) {
        try (Visit visit = open(Screen.DESK).as(team.leader().contactAccountId())) {
            visit.go("/desk/activities/new");
            Page page = visit.page();
            page.selectOption("#organization", new com.microsoft.playwright.options.SelectOption().setIndex(1));
            page.fill("#title", "花桥社区清洁家园");
            page.fill("#description", "和邻居们一起清理楼道和花坛，把可回收的纸箱分开捆好，送到小区门口的回收点。请穿便于活动的衣服和鞋。");
            page.selectOption("#category", "06");
            page.fill("#postName", "清洁员");
            page.fill("#shiftDay", "2026-11-28");
            page.fill("#shiftFrom", "09:00");
            page.fill("#shiftTo", "11:00");
            page.fill("#capacity", "2");
            page.fill("#address", "花桥社区服务中心一楼门口");
            page.selectOption("#riskLevel", "0");
            page.fill("#riskNote", "平地清扫，注意湿滑地面和台阶。");
            page.fill("#contactName", "何队长");
            page.fill("#contactPhone", "027-82345678");
            page.check("input[name=objects][value='10']");
            visit.shoot("journey-1-writing");
            page.click("form.narrow button.btn-primary");
            assertThat(page.url()).as(page.locator("main").innerText()).contains("/posts");
            String base = page.url()
                    .substring(page.url().indexOf("/desk/"), page.url().lastIndexOf('/'));
            visit.go(base);
            visit.shoot("journey-2-ready");
            page.click("form[action='" + base + "/publish'] button");
            visit.shoot("journey-3-handed-in");
            visit.assertGood();
            return base.substring("/desk".length());
        }
    }

    private void review(long office, String activity) {
        try (Visit visit = open(Screen.DESK).as(office)) {
            visit.go("/gov/activities");
            visit.shoot("journey-4-queue");
            visit.go("/gov" + activity);
            Page page = visit.page();
            for (var box : page.locator("input[name=ticked]").all()) {
                box.check();
            }
            visit.shoot("journey-5-review");
            visit.assertGood();
            page.click("form[action$='/approve'] button.btn-primary");
            visit.assertGood();
        }
    }

    private String signUp(VolunteerView volunteer, String activity, Screen screen) {
        try (Visit visit = open(screen).as(volunteer.contactAccountId())) {
            visit.go(activity);
            visit.page().click("form[action$='/sign-up'] button.btn-primary");
            visit.page().waitForSelector("form[action$='/withdraw']");
            visit.shoot("journey-6-signed-up");
            visit.assertGood();
            return visit.page().locator("main").innerText();
        }
    }

    private void withdraw(VolunteerView volunteer, String activity) {
        try (Visit visit = open(Screen.PHONE).as(volunteer.contactAccountId())) {
            visit.page().onDialog(dialog -> dialog.accept());
            visit.go(activity);
            visit.page().click("form[action$='/withdraw'] button");
            visit.page().waitForSelector(".notice");
            assertThat(visit.page().locator(".notice").innerText()).contains("已退出");
        }
    }

    private void promoted(VolunteerView volunteer) {
        try (Visit visit = open(Screen.PHONE).as(volunteer.contactAccountId())) {
            visit.go("/me/inbox");
            assertThat(visit.page().locator("main").innerText()).contains("候补转正");
            visit.shoot("journey-7-promoted");
            visit.go("/me/sign-ups");
            visit.shoot("journey-8-my-sign-ups");
            visit.assertGood();
            visit.page().click("button[value=keep]");
            assertThat(visit.page().locator("main").innerText()).contains("已报上");
        }
    }

    private void check(Team team, String activity, VolunteerView volunteer, String button, String notice) {
        String digits;
        try (Visit visit = open(Screen.DESK).as(team.leader().contactAccountId())) {
            visit.go("/desk" + activity + "/attendance/code");
            visit.shoot("journey-9-code");
            visit.assertGood();
            digits = visit.page().locator(".code-digits").innerText();
        }
        try (Visit visit = open(Screen.PHONE).as(volunteer.contactAccountId())) {
            visit.go("/me/check-in");
            visit.page().fill("#digits", digits);
            visit.shoot("journey-10-typing");
            visit.page().click("button:has-text('" + button + "')");
            visit.page()
                    .waitForSelector(
                            ".notice", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.VISIBLE));
            assertThat(visit.page().locator(".notice").innerText()).contains(notice);
            visit.shoot("journey-11-checked");
            visit.assertGood();
        }
    }

    private void close(Team team, String activity) {
        try (Visit visit = open(Screen.DESK).as(team.leader().contactAccountId())) {
            visit.go("/desk" + activity + "/attendance");
            visit.shoot("journey-12-roster");
            visit.assertGood();
            visit.go("/desk" + activity + "/close");
            Page page = visit.page();
            page.fill("#done", "清理了三个楼道和两处花坛，分拣纸箱四十公斤，居民反映良好。");
            page.fill("#servedPeople", "60");
            page.click("form[action$='/close'] button.btn-primary");
            visit.go("/desk" + activity + "/records");
            visit.shoot("journey-13-records");
            visit.assertGood();
            assertThat(page.locator("main").innerText()).contains("公示中").doesNotContain("赵小红");
        }
    }

    private void hours(VolunteerView volunteer, Screen screen) {
        try (Visit visit = open(screen).as(volunteer.contactAccountId())) {
            visit.go("/me/hours");
            visit.shoot("journey-14-hours");
            visit.assertGood();
            String text = visit.page().locator("main").innerText();
            assertThat(text).contains("花桥社区清洁家园").contains("2 小时 7 分").contains("已生效");
            visit.page().click("a.record-line");
            visit.shoot("journey-15-explained");
            visit.assertGood();
            assertThat(visit.page().locator("main").innerText())
                    .contains("输入 6 位动态码")
                    .contains("活动已提交总结");
        }
    }

    private Visit open(Screen screen) {
        return Browsers.openKeeping("http://localhost:" + port, screen);
    }
}
