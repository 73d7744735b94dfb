package org.yiwang.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.testing.PeopleFixture.PASSWORD;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.kernel.Role;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.Visitor;
import org.yiwang.testing.Visitor.Answer;

@CityTest
class SignInTest {

    @Autowired
    private TestClock clock;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Sessions sessions;

    private String mobile = "";
    private long id;

    @BeforeEach
    void somebodyWithAPassword() {
        clock.reset();
        mobile = PeopleFixture.newMobile();
        id = PeopleFixture.account("张三", mobile);
    }

    @AfterEach
    void putTheClockBack() {
        clock.reset();
    }

    @Test
    void signs_in_by_password_with_a_cookie_that_scripts_cannot_read() {
        Visitor visitor = Visitor.anonymous();
        Answer answer = visitor.post("/sign-in", Map.of("mobile", mobile, "password", PASSWORD));
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location()).isEqualTo("/me");
        assertThat(answer.setCookies())
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("yw_session=")
                        .contains("HttpOnly", "SameSite=Lax", "Path=/")
                        .doesNotContain("Secure"));
        assertThat(visitor.get("/me/account").body()).contains("张三").doesNotContain(mobile);
    }

    @Test
    void answers_a_wrong_password_and_an_unknown_number_alike() {
        Answer wrong = Visitor.anonymous().post("/sign-in", Map.of("mobile", mobile, "password", "not this 1"));
        Answer unknown = Visitor.anonymous()
                .post("/sign-in", Map.of("mobile", PeopleFixture.newMobile(), "password", "not this 1"));
        assertThat(wrong.status()).isEqualTo(unknown.status()).isEqualTo(401);
        assertThat(wrong.body()).contains("号码或密码不对");
        assertThat(unknown.body()).contains("号码或密码不对");
    }

    @Test
    void locks_a_number_for_a_growing_time_whether_or_not_it_has_an_account() {
        for (String number : List.of(mobile, PeopleFixture.newMobile())) {
            clock.reset();
            Map<String, String> wrong = Map.of("mobile", number, "password", "not this 1");
            for (int i = 0; i < 6; i++) {
                assertThat(Visitor.anonymous()
                                .api("POST", "/api/v1/session", wrong)
                                .code())
                        .isEqualTo("account.sign-in-wrong");
            }
            assertThat(Visitor.anonymous().api("POST", "/api/v1/session", wrong).code())
                    .isEqualTo("account.locked");
            clock.advance(Duration.ofSeconds(61));
            assertThat(Visitor.anonymous().api("POST", "/api/v1/session", wrong).code())
                    .isEqualTo("account.sign-in-wrong");
            clock.advance(Duration.ofSeconds(61));
            Answer locked = Visitor.anonymous().api("POST", "/api/v1/session", wrong);
            assertThat(locked.status()).isEqualTo(429);
            assertThat(locked.code()).isEqualTo("account.locked");
        }
        clock.reset();
        clock.advance(Duration.ofSeconds(61));
        assertThat(Visitor.anonymous()
                        .api("POST", "/api/v1/session", Map.of("mobile", mobile, "password", PASSWORD))
                        .code())
                .isEqualTo("account.locked");
        clock.advance(Duration.ofMinutes(3));
        assertThat(Visitor.anonymous()
                        .api("POST", "/api/v1/session", Map.of("mobile", mobile, "password", PASSWORD))
                        .status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example",
                "javascript:alert(1)",
                "/\t/evil.example",
                "evil.example"
            })
    void does_not_lead_to_another_site_after_signing_in(String next) {
        Answer answer =
                Visitor.anonymous().post("/sign-in", Map.of("mobile", mobile, "password", PASSWORD, "next", next));
        assertThat(answer.location()).isEqualTo("/me");
    }

    @Test
    void leads_back_to_where_the_person_came_from() {
        Answer answer = Visitor.anonymous()
                .post("/sign-in", Map.of("mobile", mobile, "password", PASSWORD, "next", "/activities?q=清洁&page=2"));
        assertThat(answer.location()).isEqualTo("/activities?q=%E6%B8%85%E6%B4%81&page=2");
        assertThat(Visitor.anonymous().get("/me/account?x=1").location())
                .isEqualTo("/sign-in?next=%2Fme%2Faccount%3Fx%3D1");
    }

    @Test
    void signs_in_by_code_once() {
        TestSignIns.codeSent(mobile, "sign-in");
        Visitor visitor = Visitor.anonymous();
        assertThat(visitor.post("/sign-in/code/check", Map.of("mobile", mobile, "code", "１２３４５６"))
                        .status())
                .isEqualTo(303);
        assertThat(visitor.get("/me/account").status()).isEqualTo(200);
        Answer again = Visitor.anonymous().post("/sign-in/code/check", Map.of("mobile", mobile, "code", "123456"));
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("验证码不对");
    }

    @Test
    void sends_a_code_to_a_number_with_an_account_and_says_the_same_of_one_without() {
        Visitor visitor = Visitor.anonymous();
        Answer sent = visitor.post("/sign-in/code", Map.of("mobile", mobile));
        assertThat(sent.body()).contains("如果这个号码已注册");
        assertThat(visitor.post("/sign-in/code/check", Map.of("mobile", mobile, "code", PeopleFixture.lastCode(mobile)))
                        .location())
                .isEqualTo("/me");
        String unknown = PeopleFixture.newMobile();
        assertThat(Visitor.anonymous()
                        .post("/sign-in/code", Map.of("mobile", unknown))
                        .body())
                .contains("如果这个号码已注册");
        assertThat(org.yiwang.testing.City.bean(org.yiwang.notification.Outbox.class)
                        .newest(unknown))
                .isEmpty();
        for (String number : List.of(mobile, unknown)) {
            Answer last = sent;
            for (int i = 0; i < 6; i++) {
                last = Visitor.anonymous().api("POST", "/api/v1/session/code", Map.of("mobile", number));
            }
            assertThat(last.code()).isEqualTo("account.too-many-codes");
        }
    }

    @Test
    void refuses_a_code_of_another_purpose_an_old_one_and_one_mistyped_too_often() {
        TestSignIns.codeSent(mobile, "register");
        assertThat(byCode("123456")).isEqualTo("account.code-wrong");
        TestSignIns.codeSent(mobile, "sign-in");
        clock.advance(Duration.ofMinutes(5));
        assertThat(byCode("123456")).isEqualTo("account.code-expired");
        TestSignIns.codeSent(mobile, "sign-in");
        for (int i = 0; i < 6; i++) {
            assertThat(byCode("00000" + i)).isEqualTo("account.code-wrong");
        }
        assertThat(byCode("123456")).isEqualTo("account.code-expired");
    }

    @Test
    void a_right_code_still_holds_when_the_callers_command_is_refused_but_a_wrong_try_counts() {
        TestSignIns.codeSent(mobile, "register");
        var transaction = new org.springframework.transaction.support.TransactionTemplate(
                org.yiwang.testing.City.bean(org.springframework.transaction.PlatformTransactionManager.class));
        for (int i = 0; i < 5; i++) {
            transaction.executeWithoutResult(status -> {
                accounts.checkCode(mobile, "register", "123456");
                status.setRollbackOnly();
            });
        }
        accounts.checkCode(mobile, "register", "123456");
        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                                org.yiwang.kernel.Refusal.class, () -> accounts.checkCode(mobile, "register", "123456"))
                        .problem())
                .isEqualTo(AccountProblem.CODE_WRONG);
    }

    @Test
    void sets_a_forgotten_password_with_a_code_and_ends_all_sessions() {
        Visitor elsewhere = Visitor.signIn(mobile, PASSWORD);
        TestSignIns.codeSent(mobile, "reset-password");
        Map<String, String> form = Map.of(
                "mobile", mobile, "code", "123456", "password", "brand new pass 2", "repeat", "brand new pass 2");
        assertThat(Visitor.anonymous().post("/sign-in/forgot/reset", form).location())
                .isEqualTo("/sign-in");
        assertThat(elsewhere.get("/me/account").location()).startsWith("/sign-in");
        assertThat(Visitor.signIn(mobile, "brand new pass 2").get("/me/account").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"short1", "12345678", "abcdefgh", "aaaa1111"})
    void refuses_a_simple_password(String password) {
        TestSignIns.codeSent(mobile, "reset-password");
        assertThat(Visitor.anonymous()
                        .post(
                                "/sign-in/forgot/reset",
                                Map.of("mobile", mobile, "code", "123456", "password", password, "repeat", password))
                        .body())
                .contains("密码太简单");
    }

    @Test
    void a_changed_password_ends_the_other_sessions_and_keeps_this_one() {
        Visitor here = Visitor.signIn(mobile, PASSWORD);
        Visitor there = Visitor.signIn(mobile, PASSWORD);
        assertThat(here.post(
                                "/me/account/password",
                                Map.of("old", "wrong one 9", "password", "another pass 3", "repeat", "another pass 3"))
                        .body())
                .contains("密码不对");
        assertThat(here.post(
                                "/me/account/password",
                                Map.of("old", PASSWORD, "password", "another pass 3", "repeat", "another pass 3"))
                        .status())
                .isEqualTo(303);
        assertThat(here.get("/me/account").status()).isEqualTo(200);
        assertThat(there.get("/me/account").status()).isEqualTo(303);
    }

    @Test
    void ends_one_session_or_all_others() {
        Visitor here = Visitor.signIn(mobile, PASSWORD);
        Visitor there = Visitor.signIn(mobile, PASSWORD);
        Visitor third = Visitor.signIn(mobile, PASSWORD);
        long thereId = sessionOf(there);
        here.post("/me/account/sessions/" + org.yiwang.kernel.Ids.text(thereId) + "/end", Map.of());
        assertThat(there.get("/me/account").status()).isEqualTo(303);
        assertThat(third.get("/me/account").status()).isEqualTo(200);
        here.post("/me/account/sessions/end-others", Map.of());
        assertThat(third.get("/me/account").status()).isEqualTo(303);
        assertThat(here.get("/me/account").status()).isEqualTo(200);
    }

    @Test
    void cannot_end_somebody_elses_session() {
        Visitor mine = Visitor.signIn(mobile, PASSWORD);
        long mineId = sessionOf(mine);
        Visitor stranger = Visitor.asAccount(PeopleFixture.account("生人"));
        stranger.post("/me/account/sessions/" + org.yiwang.kernel.Ids.text(mineId) + "/end", Map.of());
        assertThat(mine.get("/me/account").status()).isEqualTo(200);
    }

    @Test
    void signing_out_ends_the_session_even_for_who_kept_the_cookie() {
        Visitor visitor = Visitor.signIn(mobile, PASSWORD);
        String cookie = visitor.cookie("yw_session");
        assertThat(visitor.post("/sign-out", Map.of()).location()).isEqualTo("/");
        assertThat(visitor.cookie("yw_session")).isNull();
        assertThat(Visitor.anonymous()
                        .cookie("yw_session", cookie)
                        .get("/me/account")
                        .status())
                .isEqualTo(303);
    }

    @Test
    void a_session_ends_when_it_is_not_used_and_goes_on_when_it_is() {
        Visitor visitor = Visitor.signIn(mobile, PASSWORD);
        String first = visitor.cookie("yw_session");
        clock.advance(Duration.ofDays(20));
        assertThat(visitor.get("/me/account").status()).isEqualTo(200);
        assertThat(visitor.cookie("yw_session")).isNotEqualTo(first);
        clock.advance(Duration.ofDays(20));
        assertThat(visitor.get("/me/account").status()).isEqualTo(200);
        assertThat(Visitor.anonymous()
                        .cookie("yw_session", first)
                        .get("/me/account")
                        .status())
                .isEqualTo(303);
        for (int i = 0; i < 8; i++) {
            clock.advance(Duration.ofDays(20));
            visitor.get("/me/account");
        }
        assertThat(visitor.get("/me/account").status()).isEqualTo(303);
    }

    @Test
    void signs_in_by_api_and_out_again() {
        Answer signed =
                Visitor.anonymous().api("POST", "/api/v1/session", Map.of("mobile", mobile, "password", PASSWORD));
        assertThat(signed.status()).isEqualTo(201);
        String token = signed.json().path("token").asString();
        Visitor app = Visitor.anonymous().bearer(token);
        Answer me = app.api("GET", "/api/v1/me", null);
        assertThat(me.json().path("name").asString()).isEqualTo("张三");
        assertThat(me.body()).doesNotContain(mobile);
        assertThat(app.api("DELETE", "/api/v1/session", null).status()).isEqualTo(204);
        Answer over = app.api("GET", "/api/v1/me", null);
        assertThat(over.status()).isEqualTo(401);
        assertThat(over.code()).isEqualTo("access.sign-in-first");
        assertThat(over.header("WWW-Authenticate")).contains("invalid_token");
    }

    @Test
    void says_what_is_wrong_with_an_api_sign_in() {
        assertThat(Visitor.anonymous().api("POST", "/api/v1/session", Map.of()).code())
                .isEqualTo("account.mobile-invalid");
        assertThat(Visitor.anonymous().api("POST", "/api/v1/session", List.of()).status())
                .isEqualTo(400);
    }

    @Test
    void changes_the_number_with_codes_of_both() {
        Visitor visitor = Visitor.signIn(mobile, PASSWORD);
        String other = PeopleFixture.newMobile();
        TestSignIns.codeSent(mobile, "change-mobile-old");
        TestSignIns.codeSent(other, "change-mobile-new");
        Answer wrong = visitor.post(
                "/me/account/mobile/change", Map.of("mobile", other, "oldCode", "123456", "newCode", "999999"));
        assertThat(wrong.body()).contains("验证码不对");
        assertThat(visitor.post(
                                "/me/account/mobile/change",
                                Map.of("mobile", other, "oldCode", "123456", "newCode", "123456"))
                        .location())
                .isEqualTo("/me/account");
        assertThat(accounts.findByMobile(mobile)).isEmpty();
        assertThat(accounts.mobile(id)).isEqualTo(other);
    }

    @Test
    void shows_own_data_in_full_only_for_five_minutes_after_the_password() {
        Visitor visitor = Visitor.signIn(mobile, PASSWORD);
        assertThat(visitor.get("/me/account").body()).doesNotContain(mobile);
        assertThat(visitor.post("/me/account/prove", Map.of("password", PASSWORD, "next", "/me/account"))
                        .location())
                .isEqualTo("/me/account");
        assertThat(visitor.get("/me/account").body()).contains(mobile);
        clock.advance(Duration.ofMinutes(5));
        assertThat(visitor.get("/me/account").body()).doesNotContain(mobile);
    }

    @Test
    void leads_offices_to_their_door() {
        String staff = PeopleFixture.newMobile();
        PeopleFixture.account("街道", staff, PeopleFixture.at(Role.STREET_OFFICE, "420102003"));
        assertThat(Visitor.anonymous()
                        .post("/sign-in", Map.of("mobile", staff, "password", PASSWORD))
                        .location())
                .isEqualTo("/gov");
    }

    private long sessionOf(Visitor visitor) {
        String token = Objects.requireNonNull(visitor.cookie("yw_session"));
        return Objects.requireNonNull(sessions.carrier(token)).live().actor().sessionId();
    }

    private String byCode(String code) {
        return Visitor.anonymous()
                .api("POST", "/api/v1/session", Map.of("mobile", mobile, "code", code))
                .code();
    }
}
