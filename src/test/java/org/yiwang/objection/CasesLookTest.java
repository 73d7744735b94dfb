package org.yiwang.objection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.activity.ActivityDesk;
import org.yiwang.activity.ActivityView;
import org.yiwang.attendance.AttendanceDesk;
import org.yiwang.attendance.CheckIns;
import org.yiwang.attendance.CheckIns.Scanned;
import org.yiwang.attendance.Direction;
import org.yiwang.attendance.Phone;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Role;
import org.yiwang.record.RecordCases;
import org.yiwang.record.RecordView;
import org.yiwang.signup.SignUps;
import org.yiwang.testing.ActivityFixture;
import org.yiwang.testing.Browsers;
import org.yiwang.testing.Browsers.Screen;
import org.yiwang.testing.Browsers.Visit;
import org.yiwang.testing.City;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TeamFixture;
import org.yiwang.testing.TeamFixture.Team;
import org.yiwang.testing.TestClock;
import org.yiwang.volunteer.VolunteerView;

/** An objection from the volunteer's phone to the organization's desk and back; every page of a case on both screens. */
@CityTest
class CasesLookTest {

    @Autowired
    private ActivityFixture fixture;

    @Autowired
    private ActivityDesk activityDesk;

    @Autowired
    private SignUps signUps;

    @Autowired
    private CheckIns checkIns;

    @Autowired
    private AttendanceDesk attendance;

    @Autowired
    private RecordCases records;

    @Autowired
    private CaseDesk desk;

    @Autowired
    private Reports reports;

    @Autowired
    private TestClock clock;

    @Test
    void a_volunteer_objects_on_a_phone_and_the_organization_corrects_at_a_desk() {
        clock.reset();
        Team team = TeamFixture.team();
        VolunteerView person = TeamFixture.volunteer("欧阳晓岚");
        long office = PeopleFixture.account("区社工部", PeopleFixture.at(Role.DISTRICT_OFFICE, "420102"));
        RecordView record = served(team, person);

        try (Visit phone = open(Screen.PHONE, person.contactAccountId())) {
            phone.go("/me/hours/" + Ids.text(record.recordId()));
            phone.page().click("a[href*='/object']");
            phone.page().check("input[name=complaint][value=TOO_LITTLE]");
            phone.page().fill("textarea[name=words]", "散场后我还收拾了半小时，队长在场。");
            phone.page().fill("input[name=from]", local(record, 0));
            phone.page().fill("input[name=to]", local(record, 90));
            look(phone, "case-object");
            phone.page().click("main form button.btn-primary");
            assertThat(phone.page().url()).contains("/me/cases/");
            look(phone, "case-mine-open");
        }
        try (Visit leader = open(Screen.DESK, team.leader().contactAccountId())) {
            leader.go("/desk");
            leader.page().click("a[href='/desk/cases']");
            look(leader, "case-queue");
            leader.page().click("main .list-group a");
            leader.page().check("input[name=outcome][value=CORRECTED]");
            leader.page().fill("textarea[name=reason]", "问过队长，确实多留了半小时。");
            leader.page().fill("textarea[name=evidence]", "队长和两位队友当面证明");
            look(leader, "case-answer");
            leader.page().click("main form button.btn-primary");
            look(leader, "case-answered");
        }
        try (Visit phone = open(Screen.PHONE, person.contactAccountId())) {
            phone.go("/me/cases");
            look(phone, "cases-mine");
            phone.page().click("main .list-group a");
            assertThat(phone.page().locator(".trail").innerText())
                    .contains("组织同意增加时长")
                    .contains("两位队友当面证明")
                    .contains("确实多留了半小时");
            look(phone, "case-mine-answered");
            assertThat(phone.page().locator("main").innerText()).contains("等主管部门决定");
        }
        assertThat(records.ofVolunteer(person.id()))
                .extracting(RecordView::serviceMinutes)
                .as("the district has not decided yet")
                .containsExactly(60);

        String receipt = reports.report(
                null, new Report(record.key(), null, Complaint.NOT_THERE, "那天没有看到这个人", "", ""), null, "");
        List<Long> waiting = desk.toDecide(PeopleFixture.actor(office), true, 1).items().stream()
                .filter(c -> c.volunteerId() != null && c.volunteerId() == person.id())
                .map(CaseView::id)
                .toList();
        assertThat(waiting).hasSize(2);
        List<String> failures = new ArrayList<>();
        walk(
                office,
                List.of(
                        "/gov",
                        "/gov/cases",
                        "/gov/cases?show=done",
                        "/gov/cases/" + Ids.text(waiting.getFirst()),
                        "/gov/cases/" + Ids.text(waiting.getLast())),
                "case-office",
                failures);
        walk(person.contactAccountId(), List.of("/me/cases", "/me/cases/missing"), "case-own", failures);
        walk(
                0,
                List.of(
                        "/check",
                        "/reports",
                        "/reports/" + receipt,
                        "/reports/new?record=" + Ids.text(person.id()) + "-" + Ids.text(record.recordId())),
                "case-outside",
                failures);
        assertThat(failures).isEmpty();
    }

    private RecordView served(Team team, VolunteerView person) {
        ActivityView activity = fixture.published(team.id(), 10);
        signUps.apply(
                TeamFixture.actor(person),
                person.id(),
                activity.id(),
                activity.shifts().getFirst().id(),
                null,
                null);
        for (Direction direction : Direction.values()) {
            clock.set(activity.period().start().plus(Duration.ofMinutes(direction == Direction.IN ? 0 : 60)));
            Scanned code =
                    new Scanned(attendance.code(team.admin(), activity.id()).token(), false);
            checkIns.scan(TeamFixture.actor(person), person.id(), activity.id(), code, direction, Phone.SILENT);
        }
        clock.set(activity.period().end().plusSeconds(60));
        activityDesk.close(team.admin(), activity.id(), "清理了三个楼道和两处花坛，分拣纸箱四十公斤。", 60, "");
        return records.ofVolunteer(person.id()).getFirst();
    }

    private String local(RecordView record, int minutes) {
        return record.shift()
                .start()
                .plus(Duration.ofMinutes(minutes))
                .atZone(clock.getZone())
                .toLocalDateTime()
                .toString();
    }

    private static Visit open(Screen screen, long account) {
        return as(account, Browsers.open("http://localhost:" + City.port(), screen));
    }

    private static Visit as(long account, Visit visit) {
        return (account == 0 ? visit : visit.as(account)).language("zh");
    }

    private static void look(Visit visit, String picture) {
        visit.shoot(picture);
        visit.assertGood();
    }

    private static void walk(long account, List<String> paths, String picture, List<String> failures) {
        try (Visit visit = as(account, Browsers.openOnBothScreens("http://localhost:" + City.port()))) {
            for (int i = 0; i < paths.size(); i++) {
                visit.takeFaults();
                int status = visit.go(paths.get(i));
                visit.shoot(picture + "-" + i);
                try {
                    assertThat(status).as(paths.get(i)).isEqualTo(200);
                    visit.assertGood();
                    if (i == paths.size() - 1) {
                        visit.assertGoodForElders(picture);
                    }
                } catch (AssertionError e) {
                    failures.add(picture + " " + paths.get(i) + ": " + e.getMessage());
                }
            }
        }
    }
}
