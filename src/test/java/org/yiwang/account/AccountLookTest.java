package org.yiwang.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Role;
import org.yiwang.testing.Browsers;
import org.yiwang.testing.Browsers.Screen;
import org.yiwang.testing.Browsers.Visit;
import org.yiwang.testing.City;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.VolunteerFixture;
import org.yiwang.volunteer.VolunteerView;

/** The pages of accounts on a phone and at a desk, in both modes and languages, and signing in without JavaScript. */
@CityTest
class AccountLookTest {

    @Autowired
    private TestClock clock;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private Consents consents;

    @BeforeEach
    void putTheClockBack() {
        clock.reset();
    }

    @Test
    void public_pages_are_good() {
        walk(
                0,
                List.of(
                        "/sign-in",
                        "/sign-in?by=code",
                        "/sign-in/forgot",
                        "/privacy",
                        "/privacy/" + Consents.PORTRAIT));
    }

    @Test
    void the_own_account_is_good() {
        long account = PeopleFixture.account("欧阳晓岚", PeopleFixture.newMobile());
        consents.accept(account, Consents.PRIVACY);
        TestSignIns.token(account, SessionKind.API);
        walk(
                account,
                List.of(
                        "/me/account",
                        "/me/account/password",
                        "/me/account/mobile",
                        "/me/account/prove",
                        "/me/account/second-factor"));
    }

    @Test
    void roles_and_the_audit_trail_are_good() {
        long admin = PeopleFixture.account("平台管理员", PeopleFixture.at(Role.SYSTEM_ADMIN, "4201"));
        long holder = PeopleFixture.account("赵街道", PeopleFixture.at(Role.STREET_OFFICE, "420102002"));
        audit.look(
                PeopleFixture.actor(admin), "volunteer:" + Ids.text(Ids.next()), "居民来电核实身份", new RegionCode("420102"));
        audit.write(
                PeopleFixture.actor(admin),
                "organization.approve",
                "organization:" + Ids.text(Ids.next()),
                "材料齐全，符合登记条件",
                new RegionCode("420102"));
        String grant =
                City.bean(GrantStore.class).holdersWithin(new String[] {"420102002%"}, "", "赵街道", 0, 100).stream()
                        .filter(row -> row.accountId() == holder)
                        .map(row -> Ids.text(row.accountId()) + "/" + Ids.text(row.id()))
                        .findFirst()
                        .orElseThrow();
        walk(admin, List.of("/gov/grants", "/gov/grants/new", "/gov/grants/" + grant, "/audit", "/audit?looks=yes"));
    }

    @Test
    void stopped_accounts_are_good() {
        long admin = PeopleFixture.account("平台管理员", PeopleFixture.at(Role.SYSTEM_ADMIN, "4201"));
        VolunteerView person = VolunteerFixture.adult("上官明");
        String page = "/gov/volunteers/" + Ids.text(person.id());
        walk(admin, List.of(page));
        City.bean(Suspensions.class)
                .suspend(Actor.SYSTEM, person.contactAccountId(), VolunteerFixture.COMMUNITY, "手机被盗，本人来电说明");
        walk(admin, List.of("/gov/suspensions", page, "/gov"));
    }

    @Test
    void signs_in_and_out_without_javascript() {
        String mobile = PeopleFixture.newMobile();
        PeopleFixture.account("无脚本", mobile);
        try (Visit visit = Browsers.open("http://localhost:" + City.port(), Screen.PHONE, false)) {
            visit.go("/me/account");
            visit.page().getByLabel("手机号码").fill(mobile);
            visit.page().getByLabel("密码").fill("wrong word 1");
            visit.page().locator("main button.btn-primary").click();
            assertThat(visit.page().locator("#form-refusal").innerText()).contains("号码或密码不对");
            assertThat(visit.page().getByLabel("手机号码").inputValue()).isEqualTo(mobile);
            visit.page().getByLabel("密码").fill(PeopleFixture.PASSWORD);
            visit.page().locator("main button.btn-primary").click();
            assertThat(visit.page().url()).endsWith("/me/account");
            visit.page()
                    .getByRole(AriaRole.MAIN)
                    .getByRole(AriaRole.BUTTON)
                    .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("退出登录"))
                    .click();
            assertThat(visit.page().locator(".notice").innerText()).contains("已退出登录");
        }
    }

    private static void walk(long accountId, List<String> paths) {
        List<String> failures = new ArrayList<>();
        try (Visit visit = Browsers.openOnBothScreens("http://localhost:" + City.port())) {
            if (accountId != 0) {
                visit.as(accountId);
            }
            visit.language("zh").elder(false);
            paths.forEach(path -> look(visit, path, "plain", failures));
            visit.elder(true);
            paths.forEach(path -> look(visit, path, "elder", failures));
            visit.elder(false).language("en");
            paths.forEach(path -> look(visit, path, "english", failures));
        }
        assertThat(failures).isEmpty();
    }

    private static void look(Visit visit, String path, String how, List<String> failures) {
        visit.takeFaults();
        int status = visit.go(path);
        visit.shoot("account-" + how + path.replaceAll("[A-Z0-9]{13}", "x"));
        try {
            assertThat(status).as(path).isEqualTo(200);
            visit.assertGood();
        } catch (AssertionError e) {
            failures.add(how + " " + path + ": " + e.getMessage());
        }
    }
}
