package org.yiwang.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.Visitor;
import org.yiwang.testing.Visitor.Answer;

@CityTest
class LanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "-                              | zh",
                "en                             | en",
                "en-GB,en;q=0.9                 | en",
                "zh-CN,zh;q=0.9,en;q=0.8        | zh",
                "en;q=0.3,zh-TW;q=0.7           | zh",
                "fr-FR,de;q=0.9                 | zh",
                "fr,en;q=0.2                    | en",
                "*                              | zh",
                "en-US-x-;;;q=               | zh",
                "en;q=nonsense                  | zh"
            })
    void is_what_the_browser_prefers_of_the_two_and_chinese_otherwise(String header, String language) {
        assertThat(Language.preferred(header).getLanguage()).isEqualTo(language);
    }

    @Test
    void refusals_of_the_api_are_in_the_language_asked_for_and_say_so() {
        Map<String, String> body = Map.of("mobile", "12345", "password", "x");
        Answer chinese = Visitor.anonymous().api("POST", "/api/v1/session", body);
        assertThat(chinese.body()).contains("手机号码");
        assertThat(header(chinese, "Content-Language")).isEqualTo("zh-CN");
        Answer english =
                Visitor.anonymous().header("Accept-Language", "en-US,en;q=0.9").api("POST", "/api/v1/session", body);
        assertThat(english.code()).isEqualTo(chinese.code()).isEqualTo("account.mobile-invalid");
        assertThat(english.body()).doesNotContainPattern("\\p{IsHan}");
        assertThat(header(english, "Content-Language")).isEqualTo("en");
        assertThat(header(english, "Vary")).containsIgnoringCase("accept-language");
        Answer signIn = Visitor.anonymous().header("Accept-Language", "en").api("GET", "/api/v1/me", null);
        assertThat(signIn.body()).doesNotContainPattern("\\p{IsHan}");
        Answer nowhere = Visitor.anonymous().header("Accept-Language", "en").api("GET", "/api/v1/nowhere", null);
        assertThat(nowhere.body()).doesNotContainPattern("\\p{IsHan}");
    }

    @Test
    void a_page_is_in_the_browsers_language_until_the_reader_chooses() {
        Visitor visitor = Visitor.anonymous().header("Accept-Language", "en-GB,en;q=0.8");
        Answer first = visitor.get("/sign-in");
        assertThat(first.body()).contains("<html lang=\"en\"");
        assertThat(header(first, "Content-Language")).isEqualTo("en");
        assertThat(header(first, "Vary").toLowerCase(java.util.Locale.ROOT))
                .contains("accept-language", "cookie", "hx-request");
        assertThat(visitor.get("/sign-in?lang=zh-CN").body()).contains("<html lang=\"zh-CN\"");
        Answer chosen = visitor.get("/sign-in");
        assertThat(chosen.body()).contains("<html lang=\"zh-CN\"");
        assertThat(header(chosen, "Content-Language")).isEqualTo("zh-CN");
        assertThat(Visitor.anonymous()
                        .header("Accept-Language", "ja")
                        .get("/sign-in")
                        .body())
                .contains("<html lang=\"zh-CN\"");
    }

    private static String header(Answer answer, String name) {
        return answer.header(name);
    }
}
