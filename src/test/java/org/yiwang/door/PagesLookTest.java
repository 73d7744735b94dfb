package org.yiwang.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiwang.kernel.Role;
import org.yiwang.testing.Browsers;
import org.yiwang.testing.Browsers.Visit;
import org.yiwang.testing.City;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;

/** Walks the pages on a phone and at a desk, in the usual and in elder mode, and keeps a picture of each. */
@CityTest
class PagesLookTest {

    private static final List<String> PUBLIC = List.of(
            "/",
            "/about",
            "/figures",
            "/activities",
            "/organizations",
            "/sign-in",
            "/join",
            "/privacy",
            "/log",
            "/nothing-here");
    private static final List<String> SIGNED_IN = List.of("/me", "/me/hours", "/me/check-in");
    private static final List<String> DESK = List.of(
            "/desk", "/desk/clock", "/gov", "/gov/clock", "/gov/long-days", "/gov/records", "/gov/records?by=REGION");

    @Test
    void public_pages_are_good_on_every_screen_in_both_modes_and_languages() {
        walk(0, "public", PUBLIC);
    }

    @Test
    void pages_of_somebody_signed_in_are_good() {
        walk(PeopleFixture.account("欧阳晓岚"), "signed-in", SIGNED_IN);
    }

    @Test
    void desks_are_good() {
        walk(PeopleFixture.account("管理员", PeopleFixture.at(Role.SYSTEM_ADMIN, "4201")), "desk", DESK);
    }

    /** Looks at every page in both modes and in English; a fault is noted and the walk goes on, so that one run tells all. */
    private static void walk(long accountId, String who, List<String> paths) {
        List<String> failures = new ArrayList<>();
        try (Visit visit = Browsers.openOnBothScreens("http://localhost:" + City.port())) {
            if (accountId != 0) {
                visit.as(accountId);
            }
            visit.language("zh").elder(false);
            paths.forEach(path -> look(visit, path, who + "-plain", failures));
            visit.elder(true);
            paths.forEach(path -> look(visit, path, who + "-elder", failures));
            visit.elder(false).language("en");
            paths.forEach(path -> look(visit, path, who + "-english", failures));
        }
        assertThat(failures).isEmpty();
    }

    private static void look(Visit visit, String path, String how, List<String> failures) {
        visit.takeFaults();
        boolean missing = path.equals("/nothing-here");
        int status = visit.go(path);
        visit.shoot("look-" + how + path);
        try {
            assertThat(status).as(path).isEqualTo(missing ? 404 : 200);
            if (missing) {
                visit.takeFaults();
            }
            visit.assertGood();
        } catch (AssertionError e) {
            failures.add(how + " " + path + ": " + e.getMessage());
        }
    }
}
