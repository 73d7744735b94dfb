package org.yiwang.honour;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiwang.honour.Statement.Draft;
import org.yiwang.kernel.Ids;
import org.yiwang.testing.ActivityFixture;
import org.yiwang.testing.Browsers;
import org.yiwang.testing.Browsers.Screen;
import org.yiwang.testing.Browsers.Visit;
import org.yiwang.testing.City;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.TeamFixture;
import org.yiwang.testing.VolunteerFixture;
import org.yiwang.trust.SanctionFixture;
import org.yiwang.volunteer.VolunteerView;

/** An award round in browsers: a nominee agrees on a phone, office and panel work at a desk, everybody reads the result. */
@CityTest
class AwardsLookTest {

    private final List<String> failures = new ArrayList<>();

    @Test
    void a_round_is_held_agreed_to_judged_and_explained() {
        AwardScene s = new AwardScene();
        s.clock.reset();
        long round = s.open(1, Scoring.POINTS, "服务的持续和用心", "事实清楚、可核对");
        s.panel(round, 3);
        VolunteerView me = AwardScene.served(20);
        VolunteerView other = AwardScene.served(8);
        long mine = s.nominations.nominate(
                s.clerk, round, me.number(), List.of(new Draft("每个周末都来", "hours"), new Draft("感动全城", null)));
        long second = s.agreed(round, other);
        String award = "/awards/" + Ids.text(round);
        String nomination = "/me/nominations/" + Ids.text(mine);

        try (Visit phone = Browsers.open("http://localhost:" + City.port(), Screen.PHONE)) {
            phone.as(me.contactAccountId()).go("/me");
            assertThat(phone.page().content()).contains("/me/nominations");
            look(phone, nomination, "honour-consent", true);
            phone.page().locator("main form .btn-primary").first().click();
            assertThat(s.nominee(mine).state()).isEqualTo(Nominee.State.AGREED);
            look(phone, "/me/nominations", "honour-nominations", false);
            look(phone, award, "honour-open", true);
        }
        s.pass(7);
        try (Visit judge = Browsers.open("http://localhost:" + City.port(), Screen.DESK)) {
            judge.as(s.judges.getFirst().contactAccountId());
            look(judge, "/me/panels", "honour-panels", false);
            look(judge, "/me/panels/" + Ids.text(round), "honour-panel", false);
            look(judge, "/me/panels/nominees/" + Ids.text(mine), "honour-sheet", false);
            judge.page().locator("input[name=score0][value='9']").check();
            judge.page().locator("input[name=score1][value='8']").check();
            judge.page().locator("form[action$='/score'] .btn-primary").click();
        }
        for (VolunteerView judge : s.judges) {
            boolean first = judge.equals(s.judges.getFirst());
            if (!first) {
                s.judging.score(VolunteerFixture.actor(judge), mine, List.of(8, 8));
            }
            s.judging.score(VolunteerFixture.actor(judge), second, List.of(6, 7));
        }
        long account = s.office.accountId();
        String desk = "/gov/awards/" + Ids.text(round);
        try (Visit office = Browsers.open("http://localhost:" + City.port(), Screen.DESK)) {
            office.as(account);
            look(office, desk, "honour-desk-review", false);
            office.page().locator("button[value=close]").click();
            assertThat(s.state(round)).isEqualTo(RoundState.NOTICE);
            s.awards.object(round, mine, "有一次我没有见到这位", "13800000000", "10.3.3.3");
            look(office, desk, "honour-desk-notice", false);
            look(office, "/gov/awards", "honour-desk", false);
            assertThat(office.page().content()).contains("new?kind=finest").doesNotContain("new?kind=mayor");
            look(office, "/gov/awards/new?kind=finest", "honour-terms", false);
            look(
                    office,
                    "/gov/short-lists/find?region=420102&from=2026-09-01&to=2026-11-20&creditHours=4&wellBorneOut=0&commendations=0",
                    "honour-find",
                    false);
            office.page().locator("input[name=people]").first().check();
            office.page().fill("#purpose", "推荐参加省级优秀志愿者评选");
            office.page().fill("#recipient", "省志愿服务联合会");
            office.page().locator("form[method=post] .btn-primary").last().click();
            office.page().waitForLoadState();
            assertThat(office.page().url()).contains("/gov/short-lists/");
            look(office, office.page().url().replaceFirst("http://[^/]+", ""), "honour-list", false);
        }
        try (Visit anybody = Browsers.open("http://localhost:" + City.port(), Screen.PHONE)) {
            look(anybody, award, "honour-notice", true);
            look(anybody, award + "/object", "honour-object", false);
            anybody.page().fill("#words", "那天我也在，没有见到这位");
            anybody.page().fill("#contact", "13900000000");
            anybody.page().locator("main form .btn-primary").click();
            anybody.page().waitForLoadState();
            assertThat(anybody.page().url()).contains("/awards/objections/");
            good(anybody, "honour-objection");
            anybody.as(me.contactAccountId());
            look(anybody, nomination, "honour-explained", true);
            assertThat(anybody.page().content()).contains("8 · 8 · 9");
            look(anybody, "/me/short-lists", "honour-consents", true);
        }
        s.clock.advance(Duration.ofMinutes(1));
        assertThat(failures).isEmpty();
    }

    @Test
    void a_nominee_answers_words_written_anew_and_reads_what_holds_the_award_up() {
        AwardScene s = new AwardScene();
        s.clock.reset();
        long round = s.open(1, Scoring.VOTE, "值得");
        VolunteerView me = AwardScene.served(20);
        long mine = s.nominations.nominate(s.clerk, round, me.number(), List.of(new Draft("风雨无阻", null)));
        s.own.agree(VolunteerFixture.actor(me), mine, false);
        s.panel(round, 3);
        s.pass(7);
        s.judging.doubt(VolunteerFixture.actor(s.judges.getFirst()), mine, 1, "下雨那几周没有记录");
        s.nominations.correct(s.clerk, mine, 1, new Draft("多数周末都来", null));
        String nomination = "/me/nominations/" + Ids.text(mine);
        try (Visit phone = Browsers.open("http://localhost:" + City.port(), Screen.PHONE)) {
            phone.as(me.contactAccountId());
            look(phone, nomination, "honour-claim", true);
            phone.go(nomination);
            phone.page().locator("button[name=answer][value=yes]").click();
            phone.page().waitForLoadState();
            assertThat(s.nominee(mine).supported()).extracting(Statement::words).containsExactly("多数周末都来");
            good(phone, "honour-claim-agreed");
        }
        s.score(mine, 1, 1, 1);
        s.desk.closeReview(s.office, round);
        SanctionFixture.mark(
                me,
                City.bean(ActivityFixture.class)
                        .published(TeamFixture.team().id(), 10)
                        .id());
        s.pass(20);
        assertThat(s.state(round)).isEqualTo(RoundState.NOTICE);
        try (Visit phone = Browsers.open("http://localhost:" + City.port(), Screen.PHONE);
                Visit desk = Browsers.open("http://localhost:" + City.port(), Screen.DESK)) {
            phone.as(me.contactAccountId());
            look(phone, nomination, "honour-found", true);
            assertThat(phone.page().textContent("main")).contains("有正在执行的虚假时长处理");
            desk.as(s.office.accountId());
            look(desk, "/gov/awards/" + Ids.text(round), "honour-desk-found", false);
            assertThat(desk.page().textContent("main")).contains("有正在执行的虚假时长处理");
            s.objections.tell(s.office, s.said(round).getFirst().id(), "处理还在执行，请说明");
            look(phone, nomination, "honour-told", true);
            look(desk, "/gov/awards/" + Ids.text(round), "honour-desk-told", false);
        }
        s.clock.reset();
        assertThat(failures).isEmpty();
    }

    private void look(Visit visit, String path, String picture, boolean elders) {
        int status = visit.go(path);
        assertThat(status).as(path).isEqualTo(200);
        good(visit, picture);
        if (elders) {
            try {
                visit.assertGoodForElders(picture);
            } catch (AssertionError e) {
                failures.add(picture + " in elder mode: " + e.getMessage());
            }
        }
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
