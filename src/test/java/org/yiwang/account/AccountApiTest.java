package org.yiwang.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.Visitor;
import org.yiwang.testing.Visitor.Answer;

/** The own account over the API: what the page {@code /me/account} does. */
@CityTest
class AccountApiTest {

    @Autowired
    private TestClock clock;

    @Autowired
    private Consents consents;

    private String mobile = "";
    private long account;

    @BeforeEach
    void somebody() {
        clock.reset();
        mobile = PeopleFixture.newMobile();
        account = PeopleFixture.account("张三", mobile);
    }

    private Visitor signedIn(String password) {
        Answer answer =
                Visitor.anonymous().api("POST", "/api/v1/session", Map.of("mobile", mobile, "password", password));
        assertThat(answer.status()).isEqualTo(201);
        return Visitor.anonymous().bearer(answer.json().get("token").asString());
    }

    @Test
    void changes_the_password_and_ends_the_other_sign_ins() {
        Visitor here = signedIn(PeopleFixture.PASSWORD);
        Visitor there = signedIn(PeopleFixture.PASSWORD);
        assertThat(here.api("PUT", "/api/v1/me/password", Map.of("old", "wrong one 1", "password", "another good 2"))
                        .code())
                .isEqualTo("account.password-wrong");
        assertThat(here.api(
                                "PUT",
                                "/api/v1/me/password",
                                Map.of("old", PeopleFixture.PASSWORD, "password", "another good 2"))
                        .status())
                .isEqualTo(204);
        assertThat(there.api("GET", "/api/v1/me", null).status()).isEqualTo(401);
        assertThat(here.api("GET", "/api/v1/me", null).status()).isEqualTo(200);
        signedIn("another good 2");
    }

    @Test
    void sets_a_forgotten_password_with_a_code_and_says_the_same_of_an_unknown_number() {
        assertThat(Visitor.anonymous()
                        .api("POST", "/api/v1/password-reset/codes", Map.of("mobile", PeopleFixture.newMobile()))
                        .status())
                .isEqualTo(202);
        assertThat(Visitor.anonymous()
                        .api("POST", "/api/v1/password-reset/codes", Map.of("mobile", mobile))
                        .status())
                .isEqualTo(202);
        assertThat(Visitor.anonymous()
                        .api(
                                "POST",
                                "/api/v1/password-reset",
                                Map.of(
                                        "mobile",
                                        mobile,
                                        "code",
                                        PeopleFixture.lastCode(mobile),
                                        "password",
                                        "a third good 3"))
                        .status())
                .isEqualTo(204);
        signedIn("a third good 3");
    }

    @Test
    void lists_and_ends_the_own_sign_ins_and_nobody_elses() {
        Visitor here = signedIn(PeopleFixture.PASSWORD);
        Visitor there = signedIn(PeopleFixture.PASSWORD);
        Answer list = here.api("GET", "/api/v1/me/sessions", null);
        assertThat(list.json()).hasSize(2);
        String other = "";
        for (var session : list.json()) {
            other = session.get("current").asBoolean()
                    ? other
                    : session.get("id").asString();
        }
        Visitor stranger = Visitor.asAccount(PeopleFixture.account("旁人"));
        stranger.api("DELETE", "/api/v1/me/sessions/" + other, null);
        assertThat(there.api("GET", "/api/v1/me", null).status()).isEqualTo(200);
        assertThat(here.api("DELETE", "/api/v1/me/sessions/" + other, null).status())
                .isEqualTo(204);
        assertThat(there.api("GET", "/api/v1/me", null).status()).isEqualTo(401);
        Visitor third = signedIn(PeopleFixture.PASSWORD);
        assertThat(here.api("DELETE", "/api/v1/me/sessions", null).status()).isEqualTo(204);
        assertThat(third.api("GET", "/api/v1/me", null).status()).isEqualTo(401);
    }

    @Test
    void turns_the_second_factor_on_and_after_a_proof_off() {
        Visitor here = signedIn(PeopleFixture.PASSWORD);
        assertThat(here.api("POST", "/api/v1/me/second-factor", null).code()).isEqualTo("account.prove-first");
        assertThat(here.api("PUT", "/api/v1/me/second-factor", Map.of("code", "123456"))
                        .code())
                .isEqualTo("account.prove-first");
        here.api("POST", "/api/v1/me/proof", Map.of("password", PeopleFixture.PASSWORD));
        String secret = here.api("POST", "/api/v1/me/second-factor", null)
                .json()
                .get("secret")
                .asString();
        String code = Totp.code(Totp.fromBase32(secret), clock.instant().getEpochSecond() / Totp.STEP_SECONDS);
        assertThat(here.api("PUT", "/api/v1/me/second-factor", Map.of("code", code))
                        .json()
                        .get("recoveryCodes"))
                .hasSizeGreaterThan(5);
        assertThat(here.api("GET", "/api/v1/me/second-factor", null)
                        .json()
                        .get("on")
                        .asBoolean())
                .isTrue();
        clock.advance(Duration.ofMinutes(6));
        assertThat(here.api("DELETE", "/api/v1/me/second-factor", null).code()).isEqualTo("account.prove-first");
        assertThat(here.api("POST", "/api/v1/me/proof", Map.of("password", "wrong one 1"))
                        .code())
                .isEqualTo("account.password-wrong");
        here.api("POST", "/api/v1/me/proof", Map.of("password", PeopleFixture.PASSWORD));
        assertThat(here.api("DELETE", "/api/v1/me/second-factor", null).status())
                .isEqualTo(204);
        clock.reset();
    }

    @Test
    void moves_to_another_number_with_both_codes() {
        Visitor here = signedIn(PeopleFixture.PASSWORD);
        String next = PeopleFixture.newMobile();
        assertThat(here.api("POST", "/api/v1/me/mobile/codes", Map.of("mobile", next))
                        .status())
                .isEqualTo(202);
        Answer wrong = here.api(
                "PUT",
                "/api/v1/me/mobile",
                Map.of("mobile", next, "oldCode", PeopleFixture.lastCode(mobile), "newCode", "000"));
        assertThat(wrong.code()).isEqualTo("account.code-wrong");
        assertThat(wrong.json().get("field").asString()).isEqualTo("newCode");
        assertThat(here.api(
                                "PUT",
                                "/api/v1/me/mobile",
                                Map.of(
                                        "mobile",
                                        next,
                                        "oldCode",
                                        PeopleFixture.lastCode(mobile),
                                        "newCode",
                                        PeopleFixture.lastCode(next)))
                        .status())
                .isEqualTo(204);
        mobile = next;
        signedIn(PeopleFixture.PASSWORD);
    }

    @Test
    void shows_documents_and_withdraws_consents() {
        consents.accept(account, Consents.SENSITIVE_DATA);
        Visitor here = Visitor.asAccount(account).header("Accept-Language", "en");
        assertThat(here.api("GET", "/api/v1/documents/privacy", null)
                        .json()
                        .get("title")
                        .asString())
                .isEqualTo("Privacy notice");
        assertThat(here.api("GET", "/api/v1/documents/nothing", null).code()).isEqualTo("account.document-unknown");
        assertThat(here.api("GET", "/api/v1/me/consents", null).json().get(0).has("withdrawn"))
                .isFalse();
        assertThat(here.api("DELETE", "/api/v1/me/consents/sensitive-data", null)
                        .status())
                .isEqualTo(204);
        assertThat(here.api("GET", "/api/v1/me/consents", null).json().get(0).has("withdrawn"))
                .isTrue();
    }

    @Test
    void reads_the_inbox_and_sets_what_comes_by_text_message() {
        Visitor here = Visitor.asAccount(account);
        assertThat(here.api("GET", "/api/v1/inbox/unread", null)
                        .json()
                        .get("unread")
                        .asInt())
                .isZero();
        assertThat(here.api("POST", "/api/v1/inbox/read", null).status()).isEqualTo(204);
        Answer set = here.api("PUT", "/api/v1/inbox/preferences", Map.of("record", false, "nonsense", true));
        assertThat(set.json().get("record").asBoolean()).isFalse();
        assertThat(set.json().get("signup").asBoolean()).isTrue();
        assertThat(set.json().has("nonsense")).isFalse();
        assertThat(here.api("GET", "/api/v1/inbox/preferences", null)
                        .json()
                        .get("record")
                        .asBoolean())
                .isFalse();
    }
}
