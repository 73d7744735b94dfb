package org.yiwang.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yiwang.testing.Browsers;
import org.yiwang.testing.Browsers.Screen;
import org.yiwang.testing.Browsers.Visit;
import org.yiwang.testing.CityTest;

/** Walks the pages on a phone and at a desk, in the usual and in elder mode, and keeps a picture of each. */
@CityTest
class PagesLookTest {

    private static final List<String> PUBLIC = List.of("/", "/about", "/nothing-here");

    @LocalServerPort
    private int port;

    @Test
    void public_pages_are_good_on_every_screen_in_both_modes_and_languages() {
        List<String> failures = new ArrayList<>();
        for (Screen screen : Screen.values()) {
            try (Visit visit = Browsers.open("http://localhost:" + port, screen)) {
                for (boolean elder : new boolean[] {false, true}) {
                    visit.elder(elder).language("zh");
                    PUBLIC.forEach(path -> look(visit, path, elder ? "elder" : "plain", failures));
                }
                visit.elder(false).language("en");
                PUBLIC.forEach(path -> look(visit, path, "english", failures));
            }
        }
        assertThat(failures).isEmpty();
    }

    /** Looks at one page; a fault is noted and the walk goes on, so that one run tells all. */
    static void look(Visit visit, String path, String how, List<String> failures) {
        visit.takeFaults();
        int status = visit.go(path);
        visit.takeFaults().stream().filter(f -> !f.contains("404")).forEach(failures::add);
        visit.shoot("look-" + how + "-" + (path.equals("/") ? "front" : path.substring(1)));
        try {
            assertThat(status).as(path).isIn(200, path.equals("/nothing-here") ? 404 : 200);
            visit.assertGood();
        } catch (AssertionError e) {
            failures.add(how + " " + path + ": " + e.getMessage());
        }
    }
}
