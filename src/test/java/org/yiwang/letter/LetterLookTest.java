package org.yiwang.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.activity.ActivityView;
import org.yiwang.dossier.Award;
import org.yiwang.dossier.CommendationDraft;
import org.yiwang.dossier.Commendations;
import org.yiwang.dossier.Served;
import org.yiwang.dossier.TrainingDraft;
import org.yiwang.dossier.Trainings;
import org.yiwang.kernel.Ids;
import org.yiwang.record.PublicNotice;
import org.yiwang.testing.Browsers;
import org.yiwang.testing.Browsers.Screen;
import org.yiwang.testing.Browsers.Visit;
import org.yiwang.testing.City;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.TeamFixture;
import org.yiwang.testing.TeamFixture.Team;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.VolunteerFixture;
import org.yiwang.trust.Thanks;
import org.yiwang.volunteer.VolunteerView;

/** Somebody served says thanks without an account and without scripts, the team passes it on, and the letter tells of it. */
@CityTest
class LetterLookTest {

    @Autowired
    private Thanks codes;

    @Autowired
    private WordDesk desk;

    @Autowired
    private Trainings trainings;

    @Autowired
    private Commendations commendations;

    @Autowired
    private PublicNotice notice;

    @Autowired
    private TestClock clock;

    @Test
    void thanks_come_without_an_account_and_stand_in_the_letter() {
        clock.reset();
        Team team = TeamFixture.team();
        VolunteerView person = VolunteerFixture.adult("欧阳晓岚");
        ActivityView activity = Served.closed(team, person);
        LocalDate today = LocalDate.now(clock);
        trainings.ofCrew(team.admin(), activity.id(), new TrainingDraft("急救常识", "心肺复苏和包扎", 150, "区红十字会", today));
        commendations.ofTeam(
                team.admin(),
                team.id(),
                new CommendationDraft("季度优秀队员", today, "", Award.OWN, null, null, "三个月没有缺席一次"),
                List.of(person.number()));
        String code = codes.token(team.admin(), activity.id());
        String address = "http://localhost:" + City.port();
        clock.advance(Duration.ofDays(4));
        notice.countDue();
        desk.note(team.admin(), activity.id(), new KindWord.Draft("我眼睛看不清，请队长写：谢谢你们每周来。", "周伯伯", true, false));

        try (Visit guest = Browsers.open(address, Screen.PHONE, false)) {
            guest.go("/thanks/" + code);
            guest.page().locator("a[href$='/words']").click();
            guest.page().fill("#words", "谢谢你们帮我把楼道清出来，轮椅终于好推了。");
            guest.page().fill("#name", "三楼王阿姨");
            guest.page().check("#show");
            guest.page().locator("main form button").first().click();
            assertThat(guest.page().content()).contains("谢谢，收到了", "回执码");
        }
        try (Visit guest = Browsers.open(address, Screen.PHONE)) {
            guest.go("/thanks/" + code + "/words");
            guest.shoot("letter-write").assertGood().assertGoodForElders("letter-write");
            guest.page().fill("#words", "谢谢！");
            guest.page().locator("main form button").first().click();
            guest.shoot("letter-thanked").assertGood();
            guest.go("/thanks");
            guest.shoot("letter-receipt").assertGood().assertGoodForElders("letter-receipt");
        }
        try (Visit leader = Browsers.open(address, Screen.DESK)) {
            leader.as(team.leader().contactAccountId()).go("/desk/words");
            leader.shoot("letter-waiting").assertGood();
            leader.go("/desk/activities/" + Ids.text(activity.id()) + "/thanks/words");
            leader.shoot("letter-desk").assertGood();
            String words = "section:has-text('轮椅') form[action$='/deliver'] button";
            leader.page().locator(words).click();
            leader.shoot("letter-passed-on").assertGood();
            leader.go("/desk/activities/" + Ids.text(activity.id()) + "/thanks/words/wall");
            leader.shoot("letter-wall").assertGood();
        }
        try (Visit volunteer = Browsers.open(address, Screen.PHONE)) {
            volunteer.as(person.contactAccountId()).go("/me/letters");
            volunteer.shoot("letter-letters").assertGood();
            volunteer
                    .page()
                    .locator("a[href^='/me/letters/" + today.getYear() + "?']")
                    .click();
            assertThat(volunteer.page().content()).contains("轮椅终于好推了", "急救常识", "季度优秀队员");
            volunteer.shoot("letter-letter").assertGood().assertGoodForElders("letter-letter");
            volunteer.page().locator("a[href*='what=YEAR']").first().click();
            volunteer.shoot("letter-evidence").assertGood();
            volunteer.go("/me/letters/" + today.getYear());
            volunteer.page().locator("a[href^='/me/stories?']").click();
            volunteer.shoot("letter-stories").assertGood();
            volunteer.page().locator("a[href^='/me/stories/']").first().click();
            assertThat(volunteer.page().locator("main").textContent())
                    .contains("欧***", "轮椅终于好推了")
                    .doesNotContain("欧阳晓岚", "三楼王阿姨");
            volunteer.shoot("letter-story").assertGood().assertGoodForElders("letter-story");
            volunteer.page().locator("a[href$='named=yes']").click();
            assertThat(volunteer.page().locator("main").textContent()).contains("欧阳晓岚");
            volunteer.go("/me/thanks");
            volunteer.shoot("letter-thanks").assertGood().assertGoodForElders("letter-thanks");
            volunteer.go("/me/rest");
            volunteer.shoot("letter-rest").assertGood();
            volunteer.page().locator("main form button").last().click();
            volunteer.shoot("letter-resting").assertGood().assertGoodForElders("letter-resting");
        }
    }
}
