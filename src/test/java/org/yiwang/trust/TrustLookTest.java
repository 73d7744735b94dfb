package org.yiwang.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Role;
import org.yiwang.record.RecordKey;
import org.yiwang.testing.Browsers;
import org.yiwang.testing.Browsers.Screen;
import org.yiwang.testing.Browsers.Visit;
import org.yiwang.testing.City;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.FoundCases;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.TextMessages;
import org.yiwang.trust.SanctionView.Subject;

/** Looks at the pages of trust on a phone and at a desk, and lets somebody who was served speak in a browser. */
@CityTest
class TrustLookTest {

    @Autowired
    private SpotChecks checks;

    @Autowired
    private Thanks thanks;

    @Autowired
    private Sanctions sanctions;

    @Autowired
    private TestClock clock;

    @Test
    void pages_of_grades_spot_checks_and_sanctions_are_good_and_those_served_are_heard() {
        clock.reset();
        TrustScene scene = new TrustScene();
        long officer = PeopleFixture.account("江岸社工部", PeopleFixture.at(Role.DISTRICT_OFFICE, "420102"));
        Actor office = PeopleFixture.actor(officer);
        // A region of its own: a month is drawn once.
        long sample = checks.draw(office, YearMonth.of(2026, 10), new RegionCode("420102015"));
        RecordKey key = scene.record(scene.scanned.getFirst());
        long found = FoundCases.upheld(scene.activity.id());
        long sanction = sanctions.impose(
                office,
                Subject.volunteer(scene.scanned.getFirst().id()),
                "no-manual-entry",
                "替未到场的人补录时长，经本人和组织者核实",
                found);
        String grade = "/records/" + Ids.text(key.volunteerId()) + "/" + Ids.text(key.recordId()) + "/grade";
        RecordKey ticked = scene.record(scene.ticked);
        String low = "/records/" + Ids.text(ticked.volunteerId()) + "/" + Ids.text(ticked.recordId()) + "/grade";
        String desk = "/desk/activities/" + Ids.text(scene.activity.id()) + "/thanks";
        String work = "/gov/spot-checks/" + Ids.text(sample);
        List<String> failures = new ArrayList<>();
        walk(
                Screen.PHONE,
                scene.scanned.getFirst().contactAccountId(),
                "volunteer",
                List.of(grade, "/me/sanctions"),
                failures);
        walk(Screen.PHONE, scene.ticked.contactAccountId(), "ticked", List.of(low), failures);
        walk(Screen.PHONE, scene.team.leader().contactAccountId(), "organizer", List.of(desk), failures);
        walk(
                Screen.DESK,
                officer,
                "office",
                List.of(
                        "/gov/spot-checks",
                        work,
                        work + "/1",
                        "/gov/cases/" + Ids.text(found),
                        "/gov/sanctions?case=" + Ids.text(found),
                        "/gov/sanctions/" + Ids.text(sanction),
                        "/spot-checks",
                        "/spot-checks/" + Ids.text(sample)),
                failures);
        assertThat(failures).isEmpty();
        speak(scene);
    }

    private void speak(TrustScene scene) {
        clock.set(scene.activity.period().end().plus(Duration.ofDays(1)));
        String token = thanks.token(scene.team.admin(), scene.activity.id());
        String mobile = PeopleFixture.newMobile();
        try (Visit visit = Browsers.open("http://localhost:" + City.port(), Screen.PHONE)) {
            visit.language("zh");
            visit.go("/thanks/" + token);
            visit.shoot("trust-thanks-1");
            visit.assertGood();
            var page = visit.page();
            page.click("a.btn-primary");
            page.fill("#mobile", mobile);
            page.click("button[formnovalidate]");
            page.fill("#code", TextMessages.code(mobile));
            visit.shoot("trust-thanks-2");
            visit.assertGood();
            page.click("form.card button.btn-primary.btn-lg");
            page.waitForSelector("text=您的话已经记下");
        } finally {
            clock.reset();
        }
        assertThat(thanks.said(scene.team.admin(), scene.activity.id()))
                .extracting(s -> s.word().came())
                .containsExactly(true);
    }

    private static void walk(Screen screen, long accountId, String who, List<String> paths, List<String> failures) {
        try (Visit visit = Browsers.open("http://localhost:" + City.port(), screen)) {
            visit.as(accountId);
            visit.language("zh");
            for (int i = 0; i < paths.size(); i++) {
                look(visit, paths.get(i), "trust-" + who + "-" + i, failures);
            }
            if (screen == Screen.PHONE) {
                try {
                    visit.assertGoodForElders("trust-" + who);
                } catch (AssertionError e) {
                    failures.add(who + " in elder mode: " + e.getMessage());
                }
            }
        }
    }

    private static void look(Visit visit, String path, String picture, List<String> failures) {
        visit.takeFaults();
        int status = visit.go(path);
        visit.shoot(picture);
        try {
            assertThat(status).as(path).isEqualTo(200);
            visit.assertGood();
        } catch (AssertionError e) {
            failures.add(picture + " " + path + ": " + e.getMessage());
        }
    }
}
