package org.yiwang.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.yiwang.testing.Browsers.Screen;
import org.yiwang.testing.Browsers.Visit;

/** What looks at every page must see what is wrong with one. */
class BrowsersTest {

    @Test
    void finds_a_picture_without_words_and_a_page_wider_than_the_screen() {
        try (Visit visit = Browsers.open("http://localhost", Screen.PHONE)) {
            visit.page().setContent(page("<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>"));
            assertThatThrownBy(visit::assertGood)
                    .hasMessageContaining("image-alt")
                    .hasMessageContaining("<img");
            visit.page().setContent(page("<div style='width: 500px'>宽</div>"));
            assertThatThrownBy(visit::assertGood).hasMessageContaining("pixels wider than the screen");
            visit.page().setContent(page("<p>好</p>"));
            visit.assertGood();
        }
    }

    @Test
    void finds_what_is_wrong_on_one_of_two_screens_only() {
        try (Visit visit = Browsers.openOnBothScreens("http://localhost")) {
            for (String where : new String[] {"min-width: 1000px", "max-width: 1000px"}) {
                visit.page().setContent(page("<style>@media (" + where + ") { p { width: 2000px } }</style><p>宽</p>"));
                assertThatThrownBy(visit::assertGood)
                        .hasMessageContaining("pixels wider than the screen")
                        .hasMessageContaining(where.startsWith("min") ? "(DESK)" : "(PHONE)");
            }
            visit.page().setContent(page("<p>好</p>"));
            visit.assertGood();
            assertThat(visit.page().viewportSize().width).isEqualTo(390);
        }
    }

    private static String page(String content) {
        return "<!doctype html><html lang='zh-CN'><head><title>义</title></head><body><main><h1>义网</h1>" + content
                + "</main></body></html>";
    }
}
