package org.yiwang.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Role;
import org.yiwang.testing.ActivityFixture;
import org.yiwang.testing.Browsers;
import org.yiwang.testing.Browsers.Screen;
import org.yiwang.testing.Browsers.Visit;
import org.yiwang.testing.City;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TestClock;

/** Every page of the module in a real browser: no faults, nothing out of place, axe finds nothing serious. */
@CityTest
class ActivityLookTest {

    @Autowired
    private ActivityFixture fixture;

    @Autowired
    private ActivityDrafts drafts;

    @Autowired
    private ActivityDesk desk;

    @Autowired
    private Projects projects;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void reset() {
        clock.reset();
    }

    @Test
    void every_page_is_good_on_every_screen_in_both_languages_and_in_elder_mode() {
        Organizer team = Organizer.approved();
        Map<String, String> pages = pages(team);
        long office = PeopleFixture.account("街道", PeopleFixture.at(Role.STREET_OFFICE, "420102015"));
        List<String> failures = new ArrayList<>();
        try (Visit visit = Browsers.openOnBothScreens("http://localhost:" + City.port())) {
            pages.forEach((name, path) -> look(
                    visit.as(name.startsWith("gov") ? office : team.leader().accountId()), path, name, failures));
        }
        try (Visit visit = Browsers.open("http://localhost:" + City.port(), Screen.PHONE)) {
            visit.as(team.leader().accountId()).elder(true);
            look(visit, "/activities", "elder-list", failures);
            look(visit, "/activities/calendar", "elder-calendar", failures);
            visit.elder(false).language("en");
            look(visit, "/activities", "english-list", failures);
            look(visit, pages.getOrDefault("desk-draft", ""), "english-draft", failures);
        }
        assertThat(failures).isEmpty();
    }

    private Map<String, String> pages(Organizer team) {
        ActivityView open = fixture.published(team.id(), fixture.daily(3, 5));
        long draft = drafts.create(
                team.leader(),
                fixture.draft(team.id()).with(Contact.NONE),
                List.of(ActivityFixture.post(
                        new Conditions(16, 65, Set.of("01", "03"), 600, Set.of()),
                        fixture.shift(Duration.ofDays(2), 90, 8))));
        ActivityDraft hinted =
                new Sample.Texts(fixture.draft(team.id())).title("周末观影与清洁").draft();
        long waiting = drafts.create(
                team.leader(),
                hinted,
                List.of(ActivityFixture.post(Conditions.NONE, fixture.shift(Duration.ofDays(4), 90, 8))));
        desk.publish(team.leader(), waiting);
        projects.create(team.leader(), project(team));
        String base = "/desk/activities/" + Ids.text(open.id());
        String writing = "/desk/activities/" + Ids.text(draft);
        String post = Ids.text(open.shifts().getFirst().postId());
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("list", "/activities");
        pages.put("list-none", "/activities?q=%E6%B2%A1%E6%9C%89%E8%BF%99%E4%B8%AA");
        pages.put("calendar", "/activities/calendar");
        pages.put("projects", "/projects?organization=" + Ids.text(team.id()));
        pages.put("sheet", "/projects/sheet?organization=" + Ids.text(team.id()));
        pages.put("desk-list", "/desk/activities");
        pages.put("desk-new", "/desk/activities/new");
        pages.put("desk-draft", writing);
        pages.put("desk-edit", writing + "/edit");
        pages.put("desk-posts", writing + "/posts");
        pages.put("desk-post-new", writing + "/posts/new");
        pages.put("desk-open", base);
        pages.put(
                "desk-shift",
                base + "/shifts/" + Ids.text(open.shifts().getFirst().id()));
        pages.put("desk-shifts-new", base + "/posts/" + post + "/shifts/new");
        pages.put("desk-postpone", base + "/postpone");
        pages.put("desk-extend", base + "/extend");
        pages.put("desk-correct", base + "/correct");
        pages.put("desk-cancel", base + "/cancel");
        pages.put("desk-close", base + "/close");
        pages.put("desk-projects", "/desk/projects");
        pages.put("desk-project-new", "/desk/projects/new");
        pages.put("gov-list", "/gov/activities");
        pages.put("gov-case", "/gov/activities/" + Ids.text(waiting));
        return pages;
    }

    private ProjectDraft project(Organizer team) {
        ActivityDraft like = fixture.draft(team.id());
        return new ProjectDraft(
                team.id(),
                like.region(),
                "老伙伴结对陪伴",
                List.of("17"),
                Set.of("03"),
                "陪独居老人说说话、读读报，帮忙买菜取药。",
                "每周六上午 9 点到 11 点",
                "花桥社区活动室",
                like.contact(),
                true);
    }

    private static void look(Visit visit, String path, String name, List<String> failures) {
        visit.takeFaults();
        int status = visit.go(path);
        visit.shoot("activity-" + name);
        if (status != 200) {
            failures.add(path + " answered " + status);
        }
        try {
            visit.assertGood();
        } catch (AssertionError e) {
            failures.add(name + ": " + e.getMessage());
        }
    }
}
