package org.yiwang.volunteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.testing.VolunteerFixture.COMMUNITY;
import static org.yiwang.testing.VolunteerFixture.newIdNumber;
import static org.yiwang.testing.VolunteerFixture.registrant;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Ids;
import org.yiwang.kernel.Role;
import org.yiwang.testing.Browsers;
import org.yiwang.testing.Browsers.Screen;
import org.yiwang.testing.Browsers.Visit;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.TestPictures;
import org.yiwang.testing.TextMessages;
import org.yiwang.testing.VolunteerFixture;
import org.yiwang.volunteer.DocumentPictures.Side;

/** Every page of the module in a real browser: no faults, nothing out of place, axe finds nothing serious. */
@CityTest
class VolunteerLookTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Registration registration;

    @Autowired
    private Cards cards;

    @Autowired
    private DocumentPictures documents;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void reset() {
        clock.reset();
    }

    @Test
    void registers_in_a_browser_and_every_own_page_is_good() {
        List<String> failures = new ArrayList<>();
        String mobile = PeopleFixture.newMobile();
        try (Visit visit = Browsers.open("http://localhost:" + port, Screen.PHONE)) {
            visit.go("/join");
            look(visit, "/join", "join", failures);
            var page = visit.page();
            page.fill("#mobile", mobile);
            page.click("button[formaction='/join/code']:not([hidden])");
            page.fill("#code", TextMessages.code(mobile));
            page.click("form[action='/join'] button.btn-primary");
            assertThat(page.url()).endsWith("/join/details");
            visit.shoot("volunteer-details");
            good(visit, "details", failures);
            page.fill("#name", "王小明");
            page.fill("#documentNumber", newIdNumber(LocalDate.of(1990, 3, 4)));
            for (int end : new int[] {6, 9, 12}) {
                page.click("button[name='_region'][value='residence:"
                        + COMMUNITY.value().substring(0, end) + "']");
            }
            page.check("#notice");
            page.check("#sensitive");
            visit.shoot("volunteer-details-filled");
            page.click("form[action='/join/details'] button.btn-lg");
            assertThat(page.url()).endsWith("/me/card");
            for (String path : List.of(
                    "/me/card",
                    "/me/profile",
                    "/me/profile/skills",
                    "/me/profile/slots",
                    "/me/profile/vow",
                    "/me/profile/tags",
                    "/me/profile/background",
                    "/me/wards",
                    "/me/wards/new",
                    "/me/data",
                    "/confirm")) {
                look(visit, path, path.substring(1).replace('/', '-'), failures);
            }
            visit.elder(true);
            look(visit, "/me/card", "elder-card", failures);
            look(visit, "/me/profile/slots", "elder-slots", failures);
            visit.elder(false).language("en");
            look(visit, "/me/card", "english-card", failures);
            look(visit, "/me/profile", "english-profile", failures);
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void every_page_of_the_office_is_good() {
        List<String> failures = new ArrayList<>();
        String staff = PeopleFixture.newMobile();
        PeopleFixture.account(
                "区里",
                staff,
                PeopleFixture.at(Role.DISTRICT_OFFICE, COMMUNITY.value().substring(0, 6)),
                PeopleFixture.at(Role.COMMUNITY_STAFF, COMMUNITY.value()));
        VolunteerView made = registration.open(
                PeopleFixture.newMobile(),
                null,
                RegistrationTest.passport("Ana Silva", "F" + newIdNumber(LocalDate.of(1990, 1, 1))));
        String guardian = PeopleFixture.newMobile();
        registration.registerFor(
                PeopleFixture.staff(Role.COMMUNITY_STAFF, COMMUNITY.value()), guardian, registrant("严某", 1950));
        try (Visit visit = Browsers.openOnBothScreens("http://localhost:" + port)) {
            look(visit, "/confirm/" + TextMessages.token(guardian), "confirm", failures);
            visit.signIn(staff, PeopleFixture.PASSWORD);
            look(visit, "/gov/volunteers", "register", failures);
            look(visit, "/gov/volunteers/" + Ids.text(made.id()), "register-one", failures);
            look(visit, "/gov/volunteers/queue", "queue", failures);
            look(visit, "/gov/volunteers/new", "desk", failures);
            visit.go("/gov/volunteers/queue");
            visit.page().click("table.cards tbody a");
            visit.shoot("volunteer-case");
            good(visit, "case", failures);
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void photo_pictures_of_documents_and_the_card_on_paper_are_good_in_every_size_mode_and_language() {
        List<String> failures = new ArrayList<>();
        VolunteerView adult = VolunteerFixture.adult("欧阳小明");
        Actor own = VolunteerFixture.actor(adult);
        cards.setPortrait(own, adult.id(), TestPictures.jpeg(600, 800), true);
        VolunteerView guest = registration.open(
                PeopleFixture.newMobile(),
                null,
                RegistrationTest.passport("Ana Silva", "L" + newIdNumber(LocalDate.of(1990, 1, 1))));
        documents.add(VolunteerFixture.actor(guest), guest.id(), Side.FRONT, TestPictures.jpeg(1200, 800));
        String printed = cards.print(own, adult.id()).address();
        try (Visit visit = Browsers.openOnBothScreens("http://localhost:" + port);
                Visit waits = Browsers.openOnBothScreens("http://localhost:" + port)) {
            visit.as(adult.contactAccountId());
            waits.as(guest.contactAccountId());
            for (String mode : List.of("plain-zh", "plain-en", "elder-zh")) {
                boolean elder = mode.startsWith("elder");
                String language = mode.substring(mode.length() - 2);
                String as = "-" + mode;
                visit.elder(elder).language(language);
                waits.elder(elder).language(language);
                look(visit, "/me/card", "card-photo" + as, failures);
                look(visit, "/me/card/photo", "photo" + as, failures);
                look(visit, "/me/card/print", "card-print" + as, failures);
                look(visit, "/me/profile", "profile" + as, failures);
                look(visit, "/me/profile/residence", "residence" + as, failures);
                look(visit, "/me/account/consents/sensitive-data/withdraw", "withdraw" + as, failures);
                String fresh = cards.get(own, adult.id()).code();
                look(visit, "/c/" + fresh, "scanned" + as, failures);
                look(visit, "/c/" + printed.substring(printed.lastIndexOf('/') + 1), "printed" + as, failures);
                look(waits, "/me/document", "document" + as, failures);
                look(waits, "/me/card", "card-waiting" + as, failures);
            }
        }
        assertThat(failures).isEmpty();
    }

    private static void look(Visit visit, String path, String name, List<String> failures) {
        visit.takeFaults();
        int status = visit.go(path);
        visit.shoot("volunteer-" + name);
        failures.addAll(visit.takeFaults());
        if (status != 200) {
            failures.add(path + " answered " + status);
        }
        good(visit, path, failures);
    }

    private static void good(Visit visit, String what, List<String> failures) {
        try {
            visit.assertGood();
        } catch (AssertionError e) {
            failures.add(what + ": " + e.getMessage());
        }
    }
}
