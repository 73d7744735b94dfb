package org.yiwang.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.testing.PeopleFixture.PASSWORD;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiwang.kernel.Actor;
import org.yiwang.kernel.Grant;
import org.yiwang.kernel.Permission;
import org.yiwang.kernel.RegionCode;
import org.yiwang.kernel.Role;
import org.yiwang.kernel.Scope;
import org.yiwang.platform.Vault;
import org.yiwang.testing.CityTest;
import org.yiwang.testing.PeopleFixture;
import org.yiwang.testing.TestClock;
import org.yiwang.testing.Visitor;
import org.yiwang.testing.Visitor.Answer;

@CityTest
class SessionSecurityTest {

    @Autowired
    private TestClock clock;

    @Autowired
    private SessionStore store;

    @Autowired
    private Sessions sessions;

    @Autowired
    private SessionDirectory here;

    @Autowired
    private Grants grants;

    @Autowired
    private Tokens tokens;

    @BeforeEach
    void putTheClockBack() {
        clock.reset();
    }

    @Test
    void a_revoked_session_ends_here_at_once_and_on_another_node_within_ten_seconds() {
        AtomicLong nanos = new AtomicLong();
        SessionDirectory elsewhere = new SessionDirectory(store, false, nanos::get);
        long account = PeopleFixture.account("两地");
        Sessions.Signed signed = begin(account);
        assertThat(here.find(account, signed.sessionId())).isNotNull();
        assertThat(elsewhere.find(account, signed.sessionId())).isNotNull();
        sessions.end(new Actor(account, "", List.of(), 0), signed.sessionId());
        assertThat(here.find(account, signed.sessionId())).isNull();
        nanos.addAndGet(Duration.ofSeconds(10).toNanos());
        assertThat(elsewhere.find(account, signed.sessionId())).isNull();
    }

    @Test
    void a_session_begun_on_one_node_holds_on_another_and_a_grant_counts_from_the_next_request_on() {
        long account = PeopleFixture.account("有权");
        Sessions.Signed signed = begin(account);
        assertThat(new SessionDirectory(store, false, System::nanoTime).find(account, signed.sessionId()))
                .isNotNull();
        assertThat(actor(account, signed).may(Permission.AUDIT_READ)).isFalse();
        Scope city = new Scope.InRegion(new RegionCode("4201"));
        grants.give(Actor.SYSTEM, account, Role.AUDITOR, city, "test");
        assertThat(actor(account, signed).may(Permission.AUDIT_READ)).isTrue();
        grants.takeAway(Actor.SYSTEM, account, Role.AUDITOR, city, "test");
        assertThat(actor(account, signed).may(Permission.AUDIT_READ)).isFalse();
    }

    @Test
    void a_session_id_does_not_open_another_account() {
        Sessions.Signed signed = begin(PeopleFixture.account("甲"));
        assertThat(here.find(PeopleFixture.account("乙"), signed.sessionId())).isNull();
    }

    @Test
    void refuses_forged_expired_and_foreign_tokens() {
        long account = PeopleFixture.account("假冒");
        Sessions.Signed signed = begin(account);
        long now = clock.instant().getEpochSecond();
        assertThat(sessions.carrier(signed.token())).isNotNull();
        for (int i = 0; i < signed.token().length(); i++) {
            char other = signed.token().charAt(i) == 'A' ? 'B' : 'A';
            String forged =
                    signed.token().substring(0, i) + other + signed.token().substring(i + 1);
            assertThat(sessions.carrier(forged)).as("position " + i).isNull();
        }
        Tokens otherKeys = new Tokens(new Vault((byte) 1, new byte[16], new byte[32]));
        assertThat(sessions.carrier(otherKeys.sign(Tokens.SESSION, account, signed.sessionId(), now + 100)))
                .isNull();
        assertThat(sessions.carrier(tokens.sign(Tokens.SESSION, account, signed.sessionId(), now)))
                .isNull();
        assertThat(sessions.carrier(tokens.sign(Tokens.HALF_WAY, account, signed.sessionId(), now + 100)))
                .isNull();
        assertThat(sessions.carrier("")).isNull();
        assertThat(sessions.carrier("~".repeat(60))).isNull();
    }

    @Test
    void many_misses_at_once_are_all_answered_rightly() throws Exception {
        long account = PeopleFixture.account("多人");
        List<Sessions.Signed> signed = java.util.stream.IntStream.range(0, 600)
                .mapToObj(i -> begin(account))
                .toList();
        SessionDirectory fresh = new SessionDirectory(store, false, System::nanoTime);
        try (var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = signed.stream()
                    .map(s -> threads.submit(() -> fresh.find(account, s.sessionId())))
                    .toList();
            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).get().actor().sessionId())
                        .isEqualTo(signed.get(i).sessionId());
            }
        }
    }

    @Test
    void without_a_second_factor_a_session_carries_no_role_at_a_region_where_one_is_asked_for() {
        SessionDirectory strict = new SessionDirectory(store, true, System::nanoTime);
        List<Grant> held =
                List.of(PeopleFixture.at(Role.STREET_OFFICE, "420102001"), PeopleFixture.at(Role.CAPTAIN, 5L));
        assertThat(strict.effective(held, false)).containsExactly(PeopleFixture.at(Role.CAPTAIN, 5L));
        assertThat(strict.effective(held, true)).isEqualTo(held);
        assertThat(strict.asksForSecondFactor(held)).isTrue();
        assertThat(strict.asksForSecondFactor(List.of(PeopleFixture.at(Role.CAPTAIN, 5L))))
                .isFalse();
    }

    @Test
    void refuses_a_form_without_its_token_and_takes_it_with_one_opened_before_signing_in() {
        String mobile = PeopleFixture.newMobile();
        PeopleFixture.account("表单", mobile);
        Answer refused = Visitor.anonymous().postPlain("/sign-in", Map.of("mobile", mobile, "password", PASSWORD));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("页面打开太久");
        Visitor visitor = Visitor.signIn(mobile, PASSWORD);
        // The token is the one of the sign-in page, seen before the session began.
        assertThat(visitor.post("/me/account/sessions/end-others", Map.of()).status())
                .isEqualTo(303);
        assertThat(visitor.postPlain("/sign-out", Map.of()).status()).isEqualTo(403);
        assertThat(visitor.postPlain("/sign-out", Map.of("_csrf", "AAAA")).status())
                .isEqualTo(403);
    }

    @Test
    void refuses_a_form_that_another_site_sends_even_with_its_token() {
        Visitor visitor = Visitor.asAccount(PeopleFixture.account("外站"));
        assertThat(visitor.post("/me/account/sessions/end-others", Map.of()).status())
                .isEqualTo(303);
        visitor.header("Sec-Fetch-Site", "cross-site");
        assertThat(visitor.post("/me/account/sessions/end-others", Map.of()).status())
                .isEqualTo(403);
    }

    @Test
    void the_api_takes_no_cookie_so_that_no_other_site_can_call_it() {
        long account = PeopleFixture.account("曲奇");
        String cookie = "yw_session=" + TestSignIns.token(account, SessionKind.BROWSER);
        assertThat(Visitor.anonymous()
                        .header("Cookie", cookie)
                        .api("GET", "/api/v1/me", null)
                        .code())
                .isEqualTo("access.sign-in-first");
        assertThat(Visitor.asAccount(account).api("GET", "/api/v1/me", null).status())
                .isEqualTo(200);
    }

    @Test
    void sets_the_headers_that_browsers_heed() {
        Answer page = Visitor.anonymous().get("/sign-in");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'", "form-action 'self'")
                .doesNotContain("unsafe");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(page.header("Strict-Transport-Security")).isEmpty();
        assertThat(Visitor.asAccount(PeopleFixture.account("头"))
                        .get("/me/account")
                        .header("Cache-Control"))
                .contains("no-store");
        assertThat(Visitor.anonymous().api("GET", "/api/v1/me", null).header("X-Content-Type-Options"))
                .isEqualTo("nosniff");
    }

    private Actor actor(long account, Sessions.Signed signed) {
        return Objects.requireNonNull(here.find(account, signed.sessionId())).actor();
    }

    private Sessions.Signed begin(long account) {
        return sessions.begin(
                account, new Client(SessionKind.API, "", "test"), Duration.ofDays(1), Duration.ofDays(1), false);
    }
}
