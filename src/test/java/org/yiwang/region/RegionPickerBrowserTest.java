package org.yiwang.region;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yiwang.account.SessionKind;
import org.yiwang.account.TestSignIns;
import org.yiwang.kernel.Role;
import org.yiwang.notification.Notice;
import org.yiwang.notification.Notifications;
import org.yiwang.testing.Browsers;
import org.yiwang.testing.Browsers.Screen;
import org.yiwang.testing.Browsers.Visit;
import org.yiwang.testing.City;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;

/** The picker and the office pages of the base modules, as people see them. */
@CityTest
class RegionPickerBrowserTest {

    private static final String CHOSEN = "input[type=hidden][name=region]";

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void drills_down_and_searches_with_and_without_scripts(boolean scripts) {
        try (Visit visit = Browsers.open("http://localhost:" + port, scripts ? Screen.PHONE : Screen.DESK, scripts)) {
            Page page = visit.page();
            visit.go("/organizations");
            page.fill("input[name=q]", "先前写下的");
            page.locator("main details summary").first().click();
            button(page, "江岸区").click();
            button(page, "花桥街道").click();
            page.waitForSelector("[aria-current=step]:has-text('花桥街道')");
            assertThat(page.inputValue(CHOSEN)).isEqualTo("420102015");
            assertThat(page.inputValue("input[name=q]")).isEqualTo("先前写下的");
            visit.shoot("region-picker-" + (scripts ? "scripts" : "plain"));

            button(page, "武汉市").click();
            page.waitForSelector("[aria-current=step]:has-text('武汉市')");
            page.fill("input[name=region-search]", "百步");
            if (!scripts) {
                page.click("button[value='region?']");
            }
            page.waitForSelector("#region-found button:has-text('百步亭花园')");
            visit.shoot("region-found-" + (scripts ? "scripts" : "plain"));
            page.click("#region-found button:has-text('百步亭花园') >> nth=0");
            page.waitForSelector("[aria-current=step]:has-text('百步亭花园')");
            assertThat(page.inputValue(CHOSEN)).isEqualTo("420102400");
            assertThat(page.inputValue("input[name=q]")).isEqualTo("先前写下的");
            if (scripts) {
                visit.assertGood();
            }
        }
    }

    @Test
    void office_pages_and_the_inbox_are_good_on_a_phone_and_at_a_desk() {
        String mobile = PeopleFixture.newMobile();
        long id = PeopleFixture.account("陈主任", mobile, PeopleFixture.at(Role.CITY_OFFICE, "4201"));
        City.bean(Notifications.class)
                .tell(id, new Notice("notice.record.clock-overdue", List.of("江滩清洁", "2026-11-30"), "/gov", true));
        try (Visit visit = Browsers.openOnBothScreens("http://localhost:" + port)) {
            visit.page()
                    .context()
                    .addCookies(List.of(new Cookie("yw_session", TestSignIns.token(id, SessionKind.BROWSER))
                            .setDomain("localhost")
                            .setPath("/")));
            for (String path : List.of(
                    "/gov/regions",
                    "/gov/regions/420102015",
                    "/gov/regions?q=花桥",
                    "/gov/codes",
                    "/gov/codes/protection",
                    "/gov/codes/protection/01",
                    "/gov/rules",
                    "/gov/rules/record.counting",
                    "/gov/rules/holidays",
                    "/me/inbox",
                    "/me/inbox/preferences",
                    "/demo/outbox")) {
                assertThat(visit.go(path)).as(path).isEqualTo(200);
                visit.shoot("base" + path.replace("?", "-"));
                visit.assertGood();
            }
        }
    }

    private static Locator button(Page page, String name) {
        return page.locator(".region-picker button", new Page.LocatorOptions().setHasText(name))
                .first();
    }
}
