package org.yiwang.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiwang.kernel.Refusal;
import org.yiwang.platform.Vault;
import org.yiwang.testing.TestClock;

class RotatingCodesTest {

    private final TestClock clock = new TestClock();
    private final Vault vault = new Vault((byte) 1, new byte[16], new byte[32]);
    private final RotatingCodes codes = new RotatingCodes(vault, clock);

    @Test
    void the_code_shown_now_and_the_one_before_are_accepted() {
        CodeShown shown = codes.show(42);

        assertThat(codes.read(shown.token())).isEqualTo(42);
        assertThat(codes.isShown(42, shown.digits())).isTrue();
        clock.advance(Duration.ofSeconds(30));
        assertThat(codes.read(shown.token())).isEqualTo(42);
        assertThat(codes.isShown(42, shown.digits())).isTrue();
        assertThat(codes.show(42).token()).isNotEqualTo(shown.token());
    }

    @Test
    void a_code_of_a_minute_ago_has_expired() {
        CodeShown shown = codes.show(42);
        clock.advance(Duration.ofSeconds(60));

        refuses(() -> codes.read(shown.token()), AttendanceProblem.CODE_EXPIRED);
        assertThat(codes.isShown(42, shown.digits())).isFalse();
    }

    @Test
    void changing_any_byte_makes_a_forgery() {
        byte[] token = Base64.getUrlDecoder().decode(codes.show(42).token());
        for (int i = 0; i < token.length; i++) {
            byte[] forged = token.clone();
            forged[i] ^= 1;
            String text = Base64.getUrlEncoder().withoutPadding().encodeToString(forged);
            refuses(() -> codes.read(text), AttendanceProblem.CODE_FORGED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "%%%", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "二维码", "AAAA"})
    void what_was_never_a_code_is_a_forgery(String text) {
        refuses(() -> codes.read(text), AttendanceProblem.CODE_FORGED);
    }

    @Test
    void another_platform_s_key_makes_other_codes() {
        RotatingCodes others = new RotatingCodes(
                new Vault((byte) 1, new byte[16], "another platform has another key".getBytes(StandardCharsets.UTF_8)),
                clock);

        refuses(() -> codes.read(others.show(42).token()), AttendanceProblem.CODE_FORGED);
    }

    @Test
    void a_scan_is_good_for_ten_minutes_and_is_no_code_itself() {
        String grant = codes.grant(42, "account 1");

        assertThat(codes.readGrant(grant, "account 1")).isEqualTo(42);
        refuses(() -> codes.readGrant(grant, "account 2"), AttendanceProblem.CODE_FORGED);
        refuses(() -> codes.readGrant(grant, ""), AttendanceProblem.CODE_FORGED);
        refuses(() -> codes.read(grant), AttendanceProblem.CODE_FORGED);
        refuses(() -> codes.readGrant(codes.show(42).token(), ""), AttendanceProblem.CODE_FORGED);
        clock.advance(Duration.ofMinutes(10).plusSeconds(1));
        refuses(() -> codes.readGrant(grant, "account 1"), AttendanceProblem.CODE_EXPIRED);
    }

    @Test
    void digits_of_one_activity_open_no_other() {
        long same = java.util.stream.LongStream.range(100, 1100)
                .filter(other -> codes.isShown(other, codes.show(42).digits()))
                .count();

        assertThat(same).isLessThanOrEqualTo(2);
    }

    private static void refuses(ThrowingCallable call, AttendanceProblem problem) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(call)
                .satisfies(r -> assertThat(r.problem()).isEqualTo(problem));
    }
}
