package org.yiwang.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.activity.ActivityView;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Role;
import org.yiwang.testing.Browsers;
import org.yiwang.testing.Browsers.Screen;
import org.yiwang.testing.Browsers.Visit;
import org.yiwang.testing.City;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TeamFixture;
import org.yiwang.testing.TeamFixture.Team;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.VolunteerFixture;
import org.yiwang.volunteer.VolunteerView;

/** A leader evaluates the crew and a volunteer says how it was, in browsers; then everybody looks at the dossier. */
@CityTest
class DossierLookTest {

    @Autowired
    private Trainings trainings;

    @Autowired
    private Commendations commendations;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private TestClock clock;

    @Test
    void team_and_volunteer_evaluate_each_other_and_the_dossier_is_good() {
        clock.reset();
        Team team = TeamFixture.team();
        VolunteerView person = VolunteerFixture.adult("欧阳晓岚");
        VolunteerView other = VolunteerFixture.adult("𠮷田");
        Actor me = VolunteerFixture.actor(person);
        ActivityView activity = Served.closed(team, person, other, team.leader());
        trainings.ofCrew(
                team.admin(),
                activity.id(),
                new TrainingDraft("急救常识", "心肺复苏和包扎", 150, "区红十字会", LocalDate.of(2026, 11, 1)));
        long waiting = commendations.apply(
                me,
                person.id(),
                new CommendationDraft(
                        "优秀志愿者",
                        LocalDate.of(2026, 3, 5),
                        "江岸区人民政府",
                        Award.GOVERNMENT,
                        AwardLevel.COUNTY,
                        "岸政〔2026〕18号",
                        null),
                null);
        clock.advance(Duration.ofMinutes(5));

        String crew = "/desk/activities/" + Ids.text(activity.id()) + "/evaluation";
        String how = "/me/evaluations/" + Ids.text(activity.id());
        try (Visit leader = Browsers.open("http://localhost:" + City.port(), Screen.DESK)) {
            leader.as(team.leader().contactAccountId()).go(crew);
            leader.page()
                    .locator("input[name='q-" + Ids.text(person.id()) + "'][value='3']")
                    .check();
            leader.page().locator("button[name=rest]").click();
            assertThat(leader.page().locator("#form-refusal").count()).isOne();
            leader.page().fill("#w-" + Ids.text(person.id()), "到得晚了些，做得认真");
            leader.page().locator("button[name=rest]").click();
            leader.shoot("dossier-evaluated");
        }
        assertThat(dossiers.of(person.id()).evaluations()).isEmpty();
        try (Visit volunteer = Browsers.open("http://localhost:" + City.port(), Screen.PHONE)) {
            volunteer.as(person.contactAccountId()).go(how);
            volunteer.page().locator("input[name=safety][value='3']").check();
            volunteer.page().locator("input[name=usefulness][value='2']").check();
            volunteer.page().locator("main form button.btn-primary").click();
            volunteer.shoot("dossier-said");
            assertThat(volunteer.page().content()).contains("到得晚了些，做得认真");
        }
        long entry = dossiers.of(person.id()).evaluations().getFirst().mark().entryId();
        dossiers.object(me, person.id(), entry, "我没有迟到，签到记录可以查");

        String mine = "/me/dossier";
        String desk = "/desk/dossier/" + Ids.text(person.id()) + "/";
        String books = "/desk/organizations/" + Ids.text(team.id()) + "/dossier";
        List<String> failures = new ArrayList<>();
        walk(
                person.contactAccountId(),
                "volunteer",
                List.of(mine, mine + "/" + Ids.text(entry), how, "/me/commendations/new"),
                failures);
        walk(other.contactAccountId(), "other", List.of(how), failures);
        walk(
                team.leader().contactAccountId(),
                "leader",
                List.of(
                        crew,
                        "/desk/dossier",
                        desk + Ids.text(entry),
                        books,
                        books + "/training",
                        books + "/commendation",
                        "/desk/organizations/" + Ids.text(team.id()) + "/people/" + Ids.text(person.id())),
                failures);
        walk(
                PeopleFixture.account("区社工部", PeopleFixture.at(Role.DISTRICT_OFFICE, "420102")),
                "office",
                List.of(
                        "/gov/dossier",
                        desk + Ids.text(waiting),
                        "/gov/dossier/training",
                        "/gov/dossier/commendation",
                        "/gov/volunteers/" + Ids.text(person.id()) + "/dossier"),
                failures);
        assertThat(failures).isEmpty();
    }

    private static void walk(long accountId, String who, List<String> paths, List<String> failures) {
        try (Visit visit = Browsers.openOnBothScreens("http://localhost:" + City.port())) {
            visit.as(accountId);
            // What the team and offices see in elder mode is made of the same parts as what the volunteer sees.
            boolean[] modes = who.equals("volunteer") ? new boolean[] {false, true} : new boolean[] {false};
            for (boolean elder : modes) {
                visit.language("zh").elder(elder);
                for (int i = 0; i < paths.size(); i++) {
                    look(visit, paths.get(i), "dossier-" + who + (elder ? "-elder-" : "-plain-") + i, failures);
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
