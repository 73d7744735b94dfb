package org.yiwang.star;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Role;
import org.yiwang.record.RecordKey;
import org.yiwang.record.TimeKind;
import org.yiwang.testing.Browsers;
import org.yiwang.testing.Browsers.Screen;
import org.yiwang.testing.Browsers.Visit;
import org.yiwang.testing.City;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.Hours;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TeamFixture;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.VolunteerFixture;
import org.yiwang.volunteer.VolunteerView;

/** Applies for a star on a phone, decides about it at a desk, and looks at the pages of stars on both. */
@CityTest
class StarLookTest {

    private static final LocalDate LAST = LocalDate.of(2026, 11, 20);

    @Autowired
    private Stars stars;

    @Autowired
    private StarApplications applications;

    @Autowired
    private StarReview review;

    @Autowired
    private StarNotice notice;

    @Autowired
    private StarsBelow below;

    @Autowired
    private Rehearsals rehearsals;

    @Autowired
    private RehearsalRunner runner;

    @Autowired
    private TestClock clock;

    private final List<String> failures = new ArrayList<>();

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void a_star_is_applied_for_on_a_phone_and_decided_at_a_desk() {
        clock.reset();
        long officer = PeopleFixture.account("胡社区", PeopleFixture.at(Role.COMMUNITY_STAFF, TeamFixture.COMMUNITY));
        VolunteerView holder = holder(officer);
        VolunteerView person = VolunteerFixture.adult("李晓燕");
        Hours.give(person, TimeKind.CREDIT, 75 * 60, LAST);
        Hours.give(person, TimeKind.HONOUR, 60 * 60, LAST);
        try (Visit visit = open(Screen.PHONE, person.contactAccountId())) {
            look(visit, "/me", "star-phone-me");
            look(visit, "/me/stars", "star-phone-mine");
            visit.assertGoodForElders("star-phone-mine");
            var page = visit.page();
            page.fill("#statement", "三年来每周六清洁楼道。");
            page.click("form[action='/me/stars'] button[type=submit]");
            page.waitForSelector("text=已提交");
            good(visit, "star-phone-applied");
            look(visit, "/me", "star-phone-me-applied");
            assertThat(visit.page().textContent(".ring-box")).contains("正在办理").doesNotContain("可以申请");
            visit.go("/me/stars");
            visit.assertGoodForElders("star-phone-applied");
            look(visit, "/stars", "star-phone-list");
            visit.assertGoodForElders("star-phone");
        }
        card(holder);
        StarApplication filed = Objects.requireNonNull(
                stars.own(VolunteerFixture.actor(person), person.id()).open());
        try (Visit visit = open(Screen.DESK, officer)) {
            look(visit, "/gov/stars", "star-desk-queue");
            look(visit, "/desk/stars/" + Ids.text(filed.id()), "star-desk-decide");
            visit.page().click("a[href^='/gov/records?person=']");
            assertThat(visit.page().textContent("main")).contains("社区服务");
            visit.page().goBack();
            visit.page().click("section[aria-labelledby=decide] button.btn-primary");
            visit.page().waitForSelector("text=公示期满后评定");
            look(visit, "/stars/notice", "star-desk-notice");
            look(visit, "/stars/notice/" + Ids.text(filed.id()), "star-desk-object");
            look(visit, "/gov/stars/below", "star-desk-below");
            look(
                    visit,
                    "/gov/stars/below/"
                            + Ids.text(stars.highest(holder.id()).orElseThrow().id()),
                    "star-desk-one");
        }
        rehearse();
        assertThat(failures).isEmpty();
    }

    /** Whoever has a star has it on the card, on the phone and on paper. */
    private void card(VolunteerView holder) {
        try (Visit visit = open(Screen.PHONE, holder.contactAccountId())) {
            look(visit, "/me/stars", "star-phone-held");
            visit.page().click("a:has-text('申请经过')");
            assertThat(visit.page().textContent("section[aria-label=现在到哪一步] p").strip())
                    .isEqualTo("已经评定。星级会显示在您的志愿者证上。");
            look(visit, "/me/card", "star-phone-card");
            assertThat(visit.page().textContent(".card-badge")).contains("1 星志愿者");
            look(visit, "/me/card/print", "star-phone-print");
            assertThat(visit.page().textContent(".print-card-badge")).contains("1 星志愿者");
        }
    }

    private void rehearse() {
        long city = PeopleFixture.account("罗市办", PeopleFixture.at(Role.CITY_OFFICE, "4201"));
        try (Visit visit = open(Screen.DESK, city)) {
            look(visit, "/gov/star-rehearsals/new", "star-desk-draft");
            var page = visit.page();
            page.selectOption("#service", "all");
            page.fill("#hours1", "60");
            page.fill("#honourPercent", "20");
            page.click("form[action='/gov/star-rehearsals'] button[type=submit]");
            page.waitForSelector("#rehearsal-progress");
            String path = page.url().substring(page.url().indexOf("/gov/"));
            runner.run();
            look(visit, path, "star-desk-rehearsal");
            look(visit, "/gov/star-rehearsals", "star-desk-rehearsals");
        }
        assertThat(rehearsals
                        .list(PeopleFixture.actor(city), 1)
                        .items()
                        .getFirst()
                        .gain())
                .isPositive();
    }

    /** Somebody with a star whose hours were corrected since. */
    private VolunteerView holder(long officer) {
        VolunteerView holder = VolunteerFixture.adult("王满星");
        List<RecordKey> given = Hours.give(holder, TimeKind.CREDIT, 100 * 60, LAST);
        long id = applications.apply(VolunteerFixture.actor(holder), holder.id(), 1, null, "");
        review.approve(PeopleFixture.actor(officer), id, "");
        clock.advance(java.time.Duration.ofDays(8));
        notice.grantDue();
        Hours.take(given.subList(0, 1));
        below.checkDue();
        clock.reset();
        return holder;
    }

    private Visit open(Screen screen, long account) {
        Visit visit = Browsers.open("http://localhost:" + City.port(), screen);
        visit.as(account);
        visit.language("zh");
        return visit;
    }

    private void look(Visit visit, String path, String picture) {
        visit.takeFaults();
        int status = visit.go(path);
        if (status != 200) {
            failures.add(path + " answers " + status);
        }
        good(visit, picture);
    }

    private void good(Visit visit, String picture) {
        visit.shoot(picture);
        try {
            visit.assertGood();
        } catch (AssertionError e) {
            failures.add(picture + ": " + e.getMessage());
        }
    }
}
