package org.yiwang.signup;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Geolocation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.activity.ActivityCorrections;
import org.yiwang.activity.ActivityDrafts;
import org.yiwang.activity.ActivityView;
import org.yiwang.activity.Conditions;
import org.yiwang.activity.Correction;
import org.yiwang.activity.PostTemplates;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Role;
import org.yiwang.organization.Memberships;
import org.yiwang.testing.ActivityFixture;
import org.yiwang.testing.Browsers;
import org.yiwang.testing.Browsers.Screen;
import org.yiwang.testing.Browsers.Visit;
import org.yiwang.testing.City;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TeamFixture;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.VolunteerFixture;
import org.yiwang.volunteer.QualificationReview;
import org.yiwang.volunteer.Qualifications;
import org.yiwang.volunteer.VolunteerView;

/** Qualifications, corrections, announcements and templates in a real browser: nothing out of place, axe finds nothing. */
@CityTest
class SignUpLookTest {

    @Autowired
    private Qualifications qualifications;

    @Autowired
    private QualificationReview review;

    @Autowired
    private Memberships memberships;

    @Autowired
    private SignUps signUps;

    @Autowired
    private Announcements announcements;

    @Autowired
    private ActivityCorrections corrections;

    @Autowired
    private ActivityDrafts drafts;

    @Autowired
    private PostTemplates templates;

    @Autowired
    private ActivityFixture fixture;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void reset() {
        clock.reset();
    }

    @Test
    void every_page_is_good_on_every_screen_and_in_elder_mode() {
        TeamFixture.Team team = TeamFixture.team();
        long leader = team.leader().contactAccountId();
        VolunteerView person = VolunteerFixture.adult("欧阳甲");
        Map<String, String> mine = new LinkedHashMap<>();
        Map<String, String> desk = new LinkedHashMap<>();
        Map<String, String> gov = new LinkedHashMap<>();
        qualified(team, person, mine, desk, gov);
        running(team, person, mine, desk);
        long office = PeopleFixture.account("街道", PeopleFixture.at(Role.STREET_OFFICE, "420102015"));
        List<String> failures = new ArrayList<>();
        try (Visit visit = Browsers.openOnBothScreens("http://localhost:" + City.port())) {
            for (boolean elder : new boolean[] {false, true}) {
                visit.elder(elder);
                String mode = elder ? "elder" : "plain";
                mine.forEach(
                        (name, path) -> look(visit.as(person.contactAccountId()), path, name + "-" + mode, failures));
                desk.forEach((name, path) -> look(visit.as(leader), path, name + "-" + mode, failures));
                gov.forEach((name, path) -> look(visit.as(office), path, name + "-" + mode, failures));
            }
            visit.elder(false).language("en");
            mine.forEach((name, path) -> look(visit.as(person.contactAccountId()), path, name + "-en", failures));
            desk.forEach((name, path) -> look(visit.as(leader), path, name + "-en", failures));
        }
        assertThat(failures).isEmpty();
    }

    private void qualified(
            TeamFixture.Team team,
            VolunteerView person,
            Map<String, String> mine,
            Map<String, String> desk,
            Map<String, String> gov) {
        Actor self = PeopleFixture.actor(person.contactAccountId());
        qualifications.state(self, person.id(), "first-aid", "湖北省红十字会 2025 年第 0123 号", null);
        review.confirm(
                Actor.SYSTEM,
                person.id(),
                qualifications.list(self, person.id()).getFirst().id(),
                null);
        qualifications.state(
                self,
                person.id(),
                "driver",
                "准驾车型 C1",
                java.time.LocalDate.now(clock).plusYears(3));
        review.giveBack(
                Actor.SYSTEM,
                person.id(),
                qualifications.list(self, person.id()).getFirst().id(),
                "照片看不清有效期，请带证书原件到社区核对");
        qualifications.state(self, person.id(), "psychologist", "人社部 2019 年 110000 号", null);
        memberships.join(self, team.id(), null, null);
        long waiting = qualifications.list(self, person.id()).getFirst().id();
        mine.put("profile", "/me/profile");
        mine.put("qualifications", "/me/profile/qualifications");
        desk.put("queue", "/desk/qualifications");
        String at = "/" + Ids.text(person.id()) + "/" + Ids.text(waiting);
        desk.put("case", "/desk/qualifications" + at);
        gov.put("gov-queue", "/gov/qualifications");
        gov.put("gov-case", "/gov/qualifications" + at);
    }

    private void running(
            TeamFixture.Team team, VolunteerView person, Map<String, String> mine, Map<String, String> desk) {
        Actor leader = team.admin();
        long draft = drafts.create(
                leader,
                fixture.draft(team.id()),
                List.of(ActivityFixture.post(Conditions.NONE, fixture.shift(Duration.ofDays(2), 90, 8))));
        desk.put("template", "/desk/activities/" + Ids.text(draft) + "/posts");
        long filled = drafts.create(
                leader,
                fixture.draft(team.id()),
                List.of(ActivityFixture.post(Conditions.NONE, fixture.shift(Duration.ofDays(2), 90, 8))));
        templates.add(leader, filled, "epidemic-seven");
        desk.put("filled", "/desk/activities/" + Ids.text(filled) + "/posts");
        desk.put("edit", "/desk/activities/" + Ids.text(filled) + "/edit");
        ActivityView open = fixture.published(
                team.id(), fixture.shift(Duration.ofHours(1), 120, 5), fixture.shift(Duration.ofHours(26), 60, 5));
        signUps.apply(
                PeopleFixture.actor(person.contactAccountId()),
                person.id(),
                open.id(),
                open.shifts().getFirst().id(),
                null,
                null);
        Correction now = corrections.get(leader, open.id());
        corrections.correct(
                leader,
                open.id(),
                new Correction(now.description() + "请带雨具。", "花桥二村西门 3 号岗亭", now.contact(), Set.of("01", "05")),
                "原来的集合点在施工，改到西门");
        announcements.send(leader, open.id(), Announcement.Audience.ALL, "明早 8 点半在西门集合。\n请自带水杯。", false);
        clock.advance(Duration.ofMinutes(90));
        String base = "/desk/activities/" + Ids.text(open.id());
        desk.put("running", base);
        desk.put("sign-ups", base + "/sign-ups");
        desk.put("correct", base + "/correct");
        desk.put("cut-short", base + "/cut-short");
        mine.put("detail", "/activities/" + Ids.text(open.id()));
        mine.put("inbox", "/me/inbox");
    }

    private static void look(Visit visit, String path, String name, List<String> failures) {
        visit.takeFaults();
        int status = visit.go(path);
        visit.shoot("signup-" + name);
        failures.addAll(visit.takeFaults());
        if (status != 200) {
            failures.add(path + " answered " + status);
        }
        try {
            visit.assertGood();
        } catch (AssertionError e) {
            failures.add(name + ": " + e.getMessage());
        }
    }

    @Test
    void the_position_fills_the_coordinates_and_a_denial_says_what_to_do() {
        TeamFixture.Team team = TeamFixture.team();
        long draft = drafts.create(
                team.admin(),
                fixture.draft(team.id()),
                List.of(ActivityFixture.post(Conditions.NONE, fixture.shift(Duration.ofDays(2), 90, 8))));
        String path = "/desk/activities/" + Ids.text(draft) + "/edit";
        try (Visit visit = Browsers.open("http://localhost:" + City.port(), Screen.PHONE)) {
            visit.as(team.leader().contactAccountId()).go(path);
            Page page = visit.page();
            page.click("[data-place] button");
            page.waitForSelector("[data-place] [role=status]:not(:empty)");
            assertThat(page.textContent("[data-place] [role=status]")).contains("没有允许定位");
            page.context().grantPermissions(List.of("geolocation"));
            page.context().setGeolocation(new Geolocation(30.61234, 114.29876));
            page.click("[data-place] button");
            page.waitForSelector("[data-place] [role=status]:has-text('已填好')");
            assertThat(page.inputValue("#latitude")).isEqualTo("30.61234");
            assertThat(page.inputValue("#longitude")).isEqualTo("114.29876");
            assertThat(page.textContent("[data-place] [role=status]")).contains("已填好");
        }
        try (Visit visit = Browsers.open("http://localhost:" + City.port(), Screen.PHONE, false)) {
            visit.as(team.leader().contactAccountId()).go(path);
            assertThat(visit.page().isVisible("[data-place]")).isFalse();
        }
    }
}
