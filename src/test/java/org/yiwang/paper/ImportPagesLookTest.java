package org.yiwang.paper;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.account.Grants;
import org.yiwang.activity.ActivityView;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Role;
import org.yiwang.kernel.Scope;
import org.yiwang.signup.SignUps;
import org.yiwang.testing.ActivityFixture;
import org.yiwang.testing.Browsers;
import org.yiwang.testing.Browsers.Screen;
import org.yiwang.testing.Browsers.Visit;
import org.yiwang.testing.City;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.TeamFixture;
import org.yiwang.testing.TeamFixture.Team;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.TestPictures;
import org.yiwang.volunteer.VolunteerView;

/** A file with faults, brought by one person, confirmed by another, mended and brought again; and a printed sheet. */
@CityTest
class ImportPagesLookTest {

    @Autowired
    private ActivityFixture fixture;

    @Autowired
    private SignUps signUps;

    @Autowired
    private ImportRunner runner;

    @Autowired
    private TestClock clock;

    @Test
    void a_file_with_refused_lines_is_mended_and_brought_again() throws IOException {
        clock.reset();
        Team team = TeamFixture.team();
        VolunteerView other = TeamFixture.volunteer("李核对");
        City.bean(Grants.class)
                .give(
                        Actor.SYSTEM,
                        other.contactAccountId(),
                        Role.LIAISON,
                        new Scope.InOrganization(team.id()),
                        "test");
        ActivityView activity = fixture.published(team.id(), fixture.shift(Duration.ofDays(7), 180, 20));
        List<VolunteerView> people =
                Stream.of("张一", "欧阳晓岚", "𠮷田").map(TeamFixture::volunteer).toList();
        VolunteerView foreign = TeamFixture.volunteer("路过");
        for (VolunteerView one : people) {
            signUps.apply(
                    TeamFixture.actor(one),
                    one.id(),
                    activity.id(),
                    activity.shifts().getFirst().id(),
                    null,
                    null);
        }
        clock.advance(Duration.ofDays(8));
        String day =
                LocalDate.ofInstant(activity.period().start(), clock.getZone()).toString();
        String id = Ids.text(activity.id());
        String file = "活动编号,姓名,志愿者编号,日期,到达时间,离开时间\n"
                + row(id, people.get(0), day, "10:00", "11:00")
                + row(id, people.get(1), day, "十点", "11:00")
                + row(id, people.get(0), day, "10:30", "12:00")
                + row(id, foreign, day, "10:00", "11:00");

        String one;
        try (Visit first = visit(Screen.DESK, team.leader().contactAccountId());
                Visit second = visit(Screen.PHONE, other.contactAccountId())) {
            first.go("/desk/imports");
            first.shoot("imports-empty").assertGood();
            one = bring(first, "十一月签到表.csv", file.getBytes(StandardCharsets.UTF_8));
            first.shoot("import-waiting").assertGood();

            second.go("/desk");
            assertThat(second.page().content()).contains("/desk/imports");
            second.go(one);
            second.shoot("import-to-confirm").assertGood();
            second.page().locator("form[action$='/confirm'] button").click();
            second.page().waitForURL("**" + one);
            second.shoot("import-running").assertGood();
            runner.run();
            // The bar asks by itself how far it is.
            second.page().waitForSelector("#import-progress .state-green");
            second.go(one);
            second.shoot("import-done").assertGood();
            second.assertGoodForElders("import-done");
            assertThat(second.page().textContent("main")).contains("到达时间看不懂", "时间重叠", "没有报名");

            first.go(one);
            first.shoot("import-done").assertGood();
            Page page = first.page();
            Download download = page.waitForDownload(
                    () -> page.locator("#import-progress a[href$='/refused']").click());
            String refused = Files.readString(download.path());
            assertThat(refused.lines()).hasSize(4);
            String mended = refused.replace("十点", "10:00").replace("\"10:30\",\"12:00\"", "\"11:00\",\"12:00\"")
                    + row(id, people.get(0), day, "10:00", "11:00")
                            .replaceFirst("^([^,]*),([^,]*),([^,]*),", "$1,,$2,$3,,");
            String again = bring(first, "改好.csv", mended.getBytes(StandardCharsets.UTF_8));
            second.go(again);
            second.page().locator("form[action$='/confirm'] button").click();
            second.page().waitForURL("**" + again);
            runner.run();
            first.go(again);
            assertThat(first.page().textContent("#import-progress").replaceAll("\\s+", " "))
                    .contains("已录入2", "以前已录入1", "未录入1");
            first.go("/desk/imports");
            first.shoot("imports").assertGood();
            sheet(first, second, id);
        }
    }

    private static void sheet(Visit desk, Visit phone, String activity) {
        desk.go("/desk/activities/" + activity + "/sheet");
        desk.shoot("paper-sheet").assertGood();
        desk.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
        desk.shoot("paper-sheet-printed");
        List<String> codes = new ArrayList<>();
        desk.page().locator(".paper-qr a").all().forEach(a -> codes.add(a.getAttribute("href")));
        assertThat(codes).hasSize(8);
        phone.go("/desk/activities/" + activity + "/sheet");
        phone.shoot("paper-sheet").assertGood();
        phone.go(codes.getLast());
        phone.shoot("paper-line-blank").assertGood();
        phone.go(codes.get(1));
        phone.shoot("paper-line").assertGood();
        phone.assertGoodForElders("paper-line");
        phone.page().fill("#came", "12:30");
        phone.page().locator("main form button[type=submit]").click();
        phone.page().waitForURL("**/desk/imports/*");
        phone.shoot("paper-lines-typed").assertGood();
    }

    private static String bring(Visit visit, String name, byte[] file) {
        visit.go("/desk/imports");
        visit.page().setInputFiles("#file", new FilePayload(name, "text/csv", file));
        visit.page().setInputFiles("#scan", new FilePayload("sheet.png", "image/png", TestPictures.png(300, 400)));
        visit.page().locator("main form button[type=submit]").click();
        visit.page().waitForURL("**/desk/imports/*");
        return java.net.URI.create(visit.page().url()).getPath();
    }

    private static Visit visit(Screen screen, long accountId) {
        return Browsers.open("http://localhost:" + City.port(), screen)
                .as(accountId)
                .language("zh");
    }

    private static String row(String activity, VolunteerView who, String day, String came, String left) {
        return String.join(",", activity, who.name(), who.number(), day, came, left) + "\n";
    }
}
