package org.yiwang.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.testing.OrganizationFixture.approved;
import static org.yiwang.testing.OrganizationFixture.below;
import static org.yiwang.testing.OrganizationFixture.community;
import static org.yiwang.testing.OrganizationFixture.draft;
import static org.yiwang.testing.OrganizationFixture.volunteer;
import static org.yiwang.testing.OrganizationFixture.with;
import static org.yiwang.testing.PeopleFixture.staff;

import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.account.SessionKind;
import org.yiwang.account.TestSignIns;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Role;
import org.yiwang.testing.Browsers;
import org.yiwang.testing.Browsers.Visit;
import org.yiwang.testing.City;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.TestClock;

/** Every page about organizations, on a phone and on a desk: accessible, as wide as the screen, without a fault. */
@CityTest
class OrganizationLookTest {

    @Autowired
    private TestClock clock;

    @Autowired
    private OrganizationApplications applications;

    @Autowired
    private MemberDesk memberDesk;

    @Autowired
    private Memberships memberships;

    @Test
    void shows_every_page_well_on_both_screens_and_in_elder_mode() {
        clock.reset();
        RegionCode community = community("420102");
        Actor founder = volunteer("林晓");
        long team = approved(founder, with(draft(community), JoinPolicy.REVIEW, null));
        approved(volunteer("周敏"), with(draft(community), JoinPolicy.DIRECT, null));
        memberships.join(volunteer("何静"), team, null, "我会理发，周六有空");
        Actor applicant = volunteer("江南");
        long waiting = applications.apply(
                applicant,
                below(draft(community), null, team),
                applications.honesty().version());
        memberDesk.givePost(
                Actor.SYSTEM,
                team,
                new PostDraft(
                        Post.CAPTAIN,
                        founder.accountId(),
                        HowChosen.ELECTED,
                        org.yiwang.testing.OrganizationFixture.today(),
                        "到会 18 人，得票 15"));
        Actor office = staff(Role.STREET_OFFICE, community.value().substring(0, 9));

        String id = Ids.text(team);
        Map<String, Actor> pages = new LinkedHashMap<>();
        pages.put("/organizations", applicant);
        pages.put("/organizations/" + id, applicant);
        pages.put("/organizations/new", applicant);
        pages.put("/organizations/new?region=" + community.value() + "&go=yes", applicant);
        pages.put("/organizations/mine", founder);
        pages.put("/organizations/mine/" + Ids.text(waiting), applicant);
        for (String tab : List.of("", "/members", "/posts", "/filing", "/below", "/settings")) {
            pages.put("/desk/organizations/" + id + tab, founder);
        }
        pages.put("/desk/organizations", founder);
        pages.put("/gov/organizations", office);
        pages.put("/gov/organizations/" + Ids.text(waiting), office);
        pages.put("/gov/organizations/" + id, office);

        List<String> faults = new ArrayList<>();
        try (Visit visit = Browsers.openOnBothScreens("http://localhost:" + City.port())) {
            pages.forEach((path, actor) -> look(visit.elder(false), path, actor, "organization", faults));
            look(visit.elder(true), "/organizations", applicant, "elder-organization", faults);
            look(visit, "/organizations/" + id, applicant, "elder-organization", faults);
            look(visit.elder(false).language("en"), "/organizations/" + id, applicant, "en-organization", faults);
        }
        assertThat(faults).isEmpty();
    }

    private static void look(Visit visit, String path, Actor actor, String name, List<String> faults) {
        visit.page()
                .context()
                .addCookies(List.of(new Cookie("yw_session", TestSignIns.token(actor.accountId(), SessionKind.BROWSER))
                        .setDomain("localhost")
                        .setPath("/")));
        visit.takeFaults();
        try {
            assertThat(visit.go(path)).as(path).isEqualTo(200);
            visit.assertGood();
        } catch (AssertionError e) {
            faults.add(name + " " + path + ": " + e.getMessage());
        }
        visit.shoot(name + path.replaceAll("[0-9A-Z]{13}", "x").replaceAll("\\?.*", "-2"));
    }
}
