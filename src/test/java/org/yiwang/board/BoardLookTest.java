package org.yiwang.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.record.RecordFixture;
import org.yiwang.record.TimeKind;
import org.yiwang.testing.Browsers;
import org.yiwang.testing.Browsers.Screen;
import org.yiwang.testing.Browsers.Visit;
import org.yiwang.testing.City;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.VolunteerFixture;
import org.yiwang.volunteer.VolunteerView;

/** Somebody agrees to be listed on a phone, looks where the number comes from, and leaves; the board on a desk. */
@CityTest
class BoardLookTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 10);

    @Autowired
    private TakingPart taking;

    @Autowired
    private TestClock clock;

    @Test
    void one_agrees_to_be_listed_looks_why_and_leaves() {
        clock.reset();
        List<VolunteerView> neighbours = new ArrayList<>();
        int minutes = 240;
        for (String name : List.of("赵志强", "钱桂兰", "孙建国", "周淑珍", "吴秀英")) {
            neighbours.add(served(name, minutes));
            minutes -= minutes == 180 ? 0 : 30;
        }
        neighbours.forEach(n -> taking.join(VolunteerFixture.actor(n), n.id()));
        VolunteerView person = served("欧阳兰", 120);
        List<String> faults = new ArrayList<>();
        try (Visit visit = Browsers.open("http://localhost:" + City.port(), Screen.PHONE)) {
            visit.as(person.contactAccountId());
            visit.go("/boards?span=MONTH&day=2026-11-10");
            assertThat(visit.page().locator("main").textContent())
                    .contains("赵**")
                    .doesNotContain("赵志强");
            visit.page().click("form[action='/me/board/join'] button");
            visit.page().waitForSelector("form[action='/me/board/leave']");
            look(visit, "/boards?span=MONTH&day=2026-11-10", "boards-mine", faults);
            assertThat(visit.page().locator("main").textContent()).contains("欧阳兰：第 ", "共 ");
            visit.page().click("a[href^='/boards/records']");
            visit.page().waitForSelector("a[href^='/me/hours/']");
            assertThat(visit.page().locator("main").textContent()).contains("清洁家园", "2 小时");
            good(visit, "board-records", faults);
            visit.assertGoodForElders("board-records-elder");
            visit.go("/boards?of=kind:months&span=MONTH");
            assertThat(visit.page().locator("#the-board").textContent()).contains("2026年", "最长连续服务几个月");
            good(visit, "boards-months", faults);
            visit.go("/boards");
            visit.assertGoodForElders("boards-elder");
            visit.page().click("form[action='/me/board/leave'] button");
            visit.page().waitForSelector("form[action='/me/board/join']");
        }
        assertThat(taking.list(VolunteerFixture.actor(person))).noneMatch(TakingPart.Person::takesPart);
        try (Visit visit = Browsers.open("http://localhost:" + City.port(), Screen.DESK)) {
            visit.as(neighbours.getFirst().contactAccountId());
            look(visit, "/boards?span=MONTH&day=2026-11-10&of=category:06&region=420102", "boards", faults);
        }
        neighbours.forEach(n -> taking.leave(VolunteerFixture.actor(n), n.id()));
        assertThat(faults).isEmpty();
    }

    private static VolunteerView served(String name, int minutes) {
        VolunteerView person = VolunteerFixture.adult(name);
        RecordFixture.effective(person.id(), DAY, minutes, TimeKind.CREDIT, "榜上志愿队", "清洁家园");
        return person;
    }

    private static void look(Visit visit, String path, String picture, List<String> faults) {
        visit.takeFaults();
        assertThat(visit.go(path)).as(path).isEqualTo(200);
        good(visit, picture, faults);
    }

    private static void good(Visit visit, String picture, List<String> faults) {
        visit.shoot(picture);
        try {
            visit.assertGood();
        } catch (AssertionError e) {
            faults.add(picture + ": " + e.getMessage());
        }
    }
}
