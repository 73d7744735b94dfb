package org.yiwang.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class NumberWordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    web          | form.check                     | 1  | en | One field needs a change; everything you typed is still here
                    web          | form.check                     | 2  | en | 2 fields need a change; everything you typed is still here
                    organization | organization.members-n         | 0  | en | 0 members
                    organization | organization.members-n         | 1  | en | 1 member
                    organization | organization.members-n         | 12 | en | 12 members
                    account      | problem.account.too-many-codes | 0  | en | Too many codes; try again later
                    account      | problem.account.too-many-codes | 41 | en | Too many codes; try again in 41 s. A code you have just received still works
                    account      | problem.account.too-many-codes | 0  | zh | 验证码发送太频繁，请稍后再试
                    account      | problem.account.too-many-codes | 41 | zh | 验证码发送太频繁，请 41 秒后再试；刚才收到的验证码仍然可用
                    """)
    void a_number_and_the_words_around_it_agree(String bundle, String key, int number, String language, String words) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/" + bundle);
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        assertThat(messages.getMessage(key, new Object[] {number}, Locale.of(language)))
                .isEqualTo(words);
    }
}
