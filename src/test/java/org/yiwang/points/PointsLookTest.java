package org.yiwang.points;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Period;
import org.yiwang.kernel.Role;
import org.yiwang.record.Because;
import org.yiwang.record.RecordCases;
import org.yiwang.record.RecordEvent;
import org.yiwang.record.RecordFixture;
import org.yiwang.record.RecordKey;
import org.yiwang.record.TimeKind;
import org.yiwang.testing.Browsers;
import org.yiwang.testing.Browsers.Screen;
import org.yiwang.testing.Browsers.Visit;
import org.yiwang.testing.City;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.VolunteerFixture;
import org.yiwang.volunteer.VolunteerView;

/** Looks at the pages of points: a volunteer reads the statement and follows a number on a phone, an office tries a formula at a desk. */
@CityTest
class PointsLookTest {

    @Autowired
    private PointsPosting posting;

    @Autowired
    private RecordCases cases;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestClock clock;

    private final List<String> failures = new ArrayList<>();

    @Test
    void a_volunteer_reads_what_each_number_is_made_of_and_an_office_tries_a_formula_on_a_month() {
        clock.reset();
        VolunteerView person = VolunteerFixture.adult("周晓芸");
        LocalDate october = LocalDate.of(2026, 10, 12);
        RecordKey first = counts(person, october, 180, "04");
        counts(person, october.plusDays(8), 240, "06");
        RecordKey frozen = counts(person, october.plusDays(9), 120, "17");
        posting.postDue();
        transaction.executeWithoutResult(_ -> cases.freeze(List.of(frozen), new Because(1, "等待核实", null, null)));
        posting.postDue();
        try (Visit visit = Browsers.open("http://localhost:" + City.port(), Screen.PHONE)) {
            visit.as(person.contactAccountId());
            visit.language("zh");
            look(visit, "/me/points", "points-mine");
            elders(visit, "points-mine");
            visit.page().click("a[href*='/me/points/" + Ids.text(first.recordId()) + "']");
            assertThat(visit.page().textContent("main")).contains("3 小时 × 每小时 10 积分 × 系数 1.2");
            look(visit, "/me/points/" + Ids.text(first.recordId()), "points-computation");
            look(visit, "/points/formula", "points-formula");
            elders(visit, "points");
        }
        tryFormula();
        assertThat(failures).isEmpty();
    }

    private void tryFormula() {
        long officer = PeopleFixture.account("市社工部", PeopleFixture.at(Role.CITY_OFFICE, "4201"));
        try (Visit visit = Browsers.open("http://localhost:" + City.port(), Screen.DESK)) {
            visit.as(officer);
            visit.language("zh");
            look(visit, "/gov/points/formula", "points-draft");
            visit.page().fill("#perHour", "12");
            visit.page().fill("#category-06", "500");
            visit.page().click("form .btn-primary");
            visit.page().waitForSelector("#result");
            visit.shoot("points-preview");
            good(visit, "points-preview");
            assertThat(visit.page().inputValue("#perHour")).isEqualTo("12");
        }
    }

    private void look(Visit visit, String path, String picture) {
        visit.takeFaults();
        int status = visit.go(path);
        visit.shoot(picture);
        assertThat(status).as(path).isEqualTo(200);
        good(visit, picture);
    }

    private void good(Visit visit, String picture) {
        try {
            visit.assertGood();
        } catch (AssertionError e) {
            failures.add(picture + ": " + e.getMessage());
        }
    }

    private void elders(Visit visit, String picture) {
        try {
            visit.assertGoodForElders(picture);
        } catch (AssertionError e) {
            failures.add("elder mode: " + e.getMessage());
        }
    }

    private RecordKey counts(VolunteerView person, LocalDate on, int minutes, String category) {
        Instant nine = on.atTime(9, 0).atZone(clock.getZone()).toInstant();
        Period served = new Period(nine, nine.plus(Duration.ofMinutes(minutes)));
        RecordKey key = RecordFixture.effective(person.id(), category, served, TimeKind.CREDIT);
        transaction.executeWithoutResult(
                _ -> events.publishEvent(new RecordEvent.BecameEffective(key.volunteerId(), key.recordId())));
        return key;
    }
}
