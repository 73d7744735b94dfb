package org.yiwang.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.testing.PeopleFixture.PASSWORD;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.Visitor;
import org.yiwang.testing.Visitor.Answer;

@CityTest
class SecondFactorTest {

    private static final Pattern SECRET = Pattern.compile("<code>([A-Z2-7 ]{30,})</code>");
    private static final Pattern RECOVERY = Pattern.compile("<code>([a-z2-7]{5}-[a-z2-7]{5})</code>");

    @Autowired
    private TestClock clock;

    private String mobile = "";

    @BeforeEach
    void somebody() {
        clock.reset();
        mobile = PeopleFixture.newMobile();
        PeopleFixture.account("双因", mobile);
    }

    @AfterEach
    void putTheClockBack() {
        clock.reset();
    }

    /** RFC 6238, appendix B, shortened to six digits. */
    @ParameterizedTest
    @CsvSource({"59,287082", "1111111109,081804", "1111111111,050471", "1234567890,005924", "2000000000,279037"})
    void makes_the_codes_of_the_standard(long second, String code) {
        byte[] secret = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
        assertThat(Totp.code(secret, second / Totp.STEP_SECONDS)).isEqualTo(code);
        assertThat(Totp.base32(secret)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(Totp.fromBase32(Totp.base32(secret))).isEqualTo(secret);
    }

    @Test
    void is_asked_for_once_set_up_and_takes_each_code_once() {
        Visitor visitor = proved();
        byte[] secret = secret(visitor.get("/me/account/second-factor"));
        assertThat(visitor.post("/me/account/second-factor", Map.of("code", "000000"))
                        .body())
                .contains("这组数字不对");
        Answer on = visitor.post("/me/account/second-factor", Map.of("code", now(secret)));
        Matcher recovery = RECOVERY.matcher(on.body());
        assertThat(recovery.find()).isTrue();

        Visitor next = Visitor.anonymous();
        assertThat(next.post("/sign-in", Map.of("mobile", mobile, "password", PASSWORD, "next", "/me/account"))
                        .location())
                .isEqualTo("/sign-in/second?next=%2Fme%2Faccount");
        assertThat(next.get("/me/account").status()).isEqualTo(303);
        // The code by which it was set up is used.
        assertThat(next.post("/sign-in/second", Map.of("code", now(secret))).body())
                .contains("已经用过");
        clock.advance(Duration.ofSeconds(30));
        assertThat(next.post("/sign-in/second", Map.of("code", now(secret), "next", "/me/account"))
                        .location())
                .isEqualTo("/me/account");
        assertThat(next.get("/me/account").body()).contains("已开启");

        Visitor lost = Visitor.anonymous();
        lost.post("/sign-in", Map.of("mobile", mobile, "password", PASSWORD));
        assertThat(lost.post("/sign-in/second", Map.of("code", recovery.group(1).toUpperCase(java.util.Locale.ROOT)))
                        .status())
                .isEqualTo(303);
        Visitor replay = Visitor.anonymous();
        replay.post("/sign-in", Map.of("mobile", mobile, "password", PASSWORD));
        assertThat(replay.post("/sign-in/second", Map.of("code", recovery.group(1)))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void is_not_set_up_without_a_proof_and_the_pages_lead_through_it_and_back() {
        Visitor thief = Visitor.signIn(mobile, PASSWORD);
        Answer asked = thief.get("/me/account/second-factor");
        assertThat(asked.location()).isEqualTo("/me/account/prove?next=/me/account/second-factor");
        assertThat(thief.post("/me/account/second-factor", Map.of("code", "123456"))
                        .location())
                .isEqualTo("/me/account/prove?next=/me/account/second-factor");
        assertThat(thief.get(asked.location()).body()).contains("value=\"/me/account/second-factor\"");
        Answer proved =
                thief.post("/me/account/prove", Map.of("password", PASSWORD, "next", "/me/account/second-factor"));
        assertThat(proved.location()).isEqualTo("/me/account/second-factor");
        byte[] secret = secret(thief.get(proved.location()));
        // The proof does not last for ever.
        clock.advance(Duration.ofMinutes(6));
        assertThat(thief.post("/me/account/second-factor", Map.of("code", now(secret)))
                        .location())
                .isEqualTo("/me/account/prove?next=/me/account/second-factor");
    }

    @Test
    void is_asked_for_by_the_api_as_well() {
        Visitor visitor = proved();
        byte[] secret = secret(visitor.get("/me/account/second-factor"));
        visitor.post("/me/account/second-factor", Map.of("code", now(secret)));
        clock.advance(Duration.ofSeconds(60));
        assertThat(Visitor.anonymous()
                        .api("POST", "/api/v1/session", Map.of("mobile", mobile, "password", PASSWORD))
                        .code())
                .isEqualTo("account.second-factor-needed");
        assertThat(Visitor.anonymous()
                        .api(
                                "POST",
                                "/api/v1/session",
                                Map.of("mobile", mobile, "password", PASSWORD, "secondFactor", now(secret)))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void guessing_the_digits_is_locked() {
        Visitor visitor = proved();
        byte[] secret = secret(visitor.get("/me/account/second-factor"));
        visitor.post("/me/account/second-factor", Map.of("code", now(secret)));
        clock.advance(Duration.ofSeconds(60));
        Visitor guesser = Visitor.anonymous();
        guesser.post("/sign-in", Map.of("mobile", mobile, "password", PASSWORD));
        for (int i = 0; i < 6; i++) {
            guesser.post("/sign-in/second", Map.of("code", "abc00" + i));
        }
        Answer locked = guesser.post("/sign-in/second", Map.of("code", now(secret)));
        assertThat(locked.status()).isEqualTo(429);
    }

    @Test
    void the_half_way_mark_opens_nothing_and_ends() {
        Visitor visitor = proved();
        byte[] secret = secret(visitor.get("/me/account/second-factor"));
        visitor.post("/me/account/second-factor", Map.of("code", now(secret)));
        Visitor half = Visitor.anonymous();
        half.post("/sign-in", Map.of("mobile", mobile, "password", PASSWORD));
        String mark = half.cookie("yw_half_way");
        assertThat(Visitor.anonymous()
                        .cookie("yw_session", mark)
                        .get("/me/account")
                        .status())
                .isEqualTo(303);
        clock.advance(Duration.ofMinutes(11));
        assertThat(half.post("/sign-in/second", Map.of("code", now(secret))).status())
                .isEqualTo(401);
    }

    private Visitor proved() {
        Visitor visitor = Visitor.signIn(mobile, PASSWORD);
        visitor.post("/me/account/prove", Map.of("password", PASSWORD));
        return visitor;
    }

    private String now(byte[] secret) {
        return Totp.code(secret, clock.instant().getEpochSecond() / Totp.STEP_SECONDS);
    }

    private static byte[] secret(Answer page) {
        Matcher matcher = SECRET.matcher(page.body());
        assertThat(matcher.find()).as(page.text()).isTrue();
        return Totp.fromBase32(matcher.group(1).replace(" ", ""));
    }
}
