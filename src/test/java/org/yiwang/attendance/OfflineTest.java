package org.yiwang.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.activity.ActivityView;
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
import org.yiwang.volunteer.VolunteerView;

/** A phone that loses its network: card, shifts and checking in go on; what was kept is sent, and gone after signing out. */
@CityTest
class OfflineTest {

    @Autowired
    private ActivityFixture fixture;

    @Autowired
    private SignUps signUps;

    @Autowired
    private CheckIns checkIns;

    @Autowired
    private AttendanceDesk desk;

    @Autowired
    private TestClock clock;

    @Test
    void a_check_in_made_without_a_network_is_sent_when_it_returns_and_nothing_personal_stays_after_signing_out() {
        clock.reset();
        Team team = TeamFixture.team();
        VolunteerView volunteer = TeamFixture.volunteer("李雷");
        ActivityView activity = fixture.published(team.id(), fixture.shift(Duration.ofMinutes(30), 120, 5));
        signUps.apply(
                TeamFixture.actor(volunteer),
                volunteer.id(),
                activity.id(),
                activity.shifts().getFirst().id(),
                null,
                null);
        try (Visit visit = Browsers.openKeeping("http://localhost:" + City.port(), Screen.PHONE)) {
            Page page = visit.as(volunteer.contactAccountId()).page();
            // The phone states its own moment, so both clocks must agree.
            page.clock().setFixedTime(clock.millis());
            visit.go("/me/check-in");
            until(
                    page,
                    "caches.open('yw-person').then(c => c.keys())"
                            + ".then(k => k.length === 4 && navigator.serviceWorker.controller !== null)");

            page.context().setOffline(true);
            page.navigate("http://localhost:" + City.port() + "/me/card");
            assertThat(page.content()).contains(volunteer.number());
            page.navigate("http://localhost:" + City.port() + "/me");
            assertThat(page.content()).contains(activity.title());
            page.navigate("http://localhost:" + City.port() + "/me/check-in");
            assertThat(page.locator("[data-offline]").isVisible()).isTrue();
            page.fill("#digits", desk.code(team.admin(), activity.id()).digits());
            page.click("button[value=IN]");
            page.waitForSelector("[data-later]:not([hidden])");
            visit.shoot("offline-kept");
            assertThat(checkIns.unfinished(TeamFixture.actor(volunteer), volunteer.id()))
                    .isEmpty();

            page.context().setOffline(false);
            until(page, "window.localStorage.getItem('yw-checks') === null");
            assertThat(checkIns.unfinished(TeamFixture.actor(volunteer), volunteer.id()))
                    .singleElement()
                    .satisfies(p -> assertThat(p.activityId()).isEqualTo(activity.id()));

            page.waitForNavigation(
                    () -> page.evaluate("document.querySelector('form[action=\"/sign-out\"]').requestSubmit()"));
            until(page, "caches.has('yw-person').then(there => !there)");
        }
    }

    /** Waits until the page's answer, which may be a promise, is true. */
    private static void until(Page page, String expression) {
        page.evaluate("""
                () => new Promise(done => {
                  const look = () => Promise.resolve(%s).then(yes => yes ? done() : requestAnimationFrame(look));
                  look();
                })""".formatted(expression));
    }
}
